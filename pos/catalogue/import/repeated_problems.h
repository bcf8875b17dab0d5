// Problems of one kind that may be in every cell of a file: the first are named, the rest are counted.
#pragma once

#include "pos/catalogue/import/problem.h"

#include <cstddef>
#include <string>

namespace ocop {

class RepeatedProblems {
public:
    static constexpr std::size_t most_named = 20;

    // `rest` is the key of the sentence about those beyond, with {count}. `problems` must outlive this.
    RepeatedProblems(ProblemList& problems, std::string rest) : problems_(problems), rest_(std::move(rest)) {}

    void add(Problem problem) {
        severity_ = problem.severity;
        if (++count_ <= most_named) problems_.add(std::move(problem));
    }

    // How many were not named, as one problem of the file. Call it once, at the end.
    void report_rest(const std::string& file) const {
        if (count_ > most_named)
            problems_.add({severity_, file, 0, "", "", rest_, {{"count", std::to_string(count_ - most_named)}}});
    }

private:
    ProblemList& problems_;
    std::string rest_;
    std::size_t count_ = 0;
    Severity severity_ = Severity::note;
};

} // namespace ocop
