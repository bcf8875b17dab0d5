# Guards must catch what they guard against: each mutant is the product with one fault built in, linked with the test that
# has to fail on it (tests/run.sh runs them and counts a mutant that survives as a failure).

# ocop_mutant(NAME SOURCE FROM TO TEST_SOURCE TEST_CASE): the program mutant-NAME has SOURCE changed, in which the text FROM
# occurs exactly once; the rest of the product comes from the libraries. The name of the test case that has to fail lies
# beside the program.
function(ocop_mutant name source from to test_source test_case)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${source})
  file(READ ${CMAKE_SOURCE_DIR}/${source} text)
  string(FIND "${text}" "${from}" first)
  string(FIND "${text}" "${from}" last REVERSE)
  if(first EQUAL -1 OR NOT first EQUAL last)
    message(FATAL_ERROR "mutant ${name}: its text is not found exactly once in ${source}")
  endif()
  string(REPLACE "${from}" "${to}" text "${text}")
  set(mutated ${CMAKE_CURRENT_BINARY_DIR}/mutants/${name}.cpp)
  file(GENERATE OUTPUT ${mutated} CONTENT "${text}")
  # Compiled alone in its library too, so that the linker leaves out that file and no other.
  set_source_files_properties(${CMAKE_SOURCE_DIR}/${source} TARGET_DIRECTORY ocop_pos ocop_sync ocop_hub
    PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  add_executable(mutant-${name} ${mutated} ${test_source})
  target_link_libraries(mutant-${name} PRIVATE ocop_test_support rapidcheck)
  target_compile_options(mutant-${name} PRIVATE $<TARGET_PROPERTY:ocop-tests,COMPILE_OPTIONS>)
  target_precompile_headers(mutant-${name} REUSE_FROM ocop-tests)
  set_target_properties(mutant-${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/mutants
    UNITY_BUILD OFF)
  file(GENERATE OUTPUT ${CMAKE_RUNTIME_OUTPUT_DIRECTORY}/mutants/${name}.test CONTENT "${test_case}\n")
endfunction()

# A commit that the disk has not confirmed.
ocop_mutant(normal-synchronous pos/store/database.cpp
  "PRAGMA synchronous=FULL" "PRAGMA synchronous=NORMAL"
  danger/disk_faults_test.cpp "what was said to be saved survives any power cut")

# The sale is called saved before COMMIT said so.
ocop_mutant(saved-before-commit pos/journal/journal.cpp
  "        transaction.commit();"
  "        try { transaction.commit(); } catch (const StorageFailure&) { return entry; }"
  danger/disk_faults_test.cpp "a failing disk leaves a sale there, not there, or unknown, and says which")

# The hub acknowledges before COMMIT said so.
ocop_mutant(acknowledged-before-commit sync/hub/store/sqlite_store.cpp
  "        transaction.commit();\n        answer.hub_id = identity.hub_id;"
  "        try { transaction.commit(); } catch (const StorageFailure&) {}\n        answer.hub_id = identity.hub_id;"
  sync/hub/till_and_hub_test.cpp "what a hub acknowledged survives its failing disk and its power cuts")

# The till remembers entries as sent before the hub has them.
ocop_mutant(watermark-before-data sync/till/sync_push.cpp
  "    auto response = exchange(request);"
  "    auto early = memory_;\n    early.lineages[head.lineage] = {sent_to, entries.back().hash, known.branch};\n    OCOP_TRY(remember(std::move(early)));\n    auto response = exchange(request);"
  sync/till/sync_engine_test.cpp "a portal, another hub and a cut answer acknowledge nothing and are named")

# After a failure nothing is tried again by itself.
ocop_mutant(retry-not-armed sync/till/sync_engine.cpp
  "    auto next = hello_time_.due();"
  "    if (hello_problem_) return Monotonic{INT64_MAX};\n    auto next = hello_time_.due();"
  sync/till/sync_engine_test.cpp "one sale while the hub is away arrives by itself when it is back")

# Two histories of a lineage are told apart by seq alone.
ocop_mutant(deduplicated-without-hash sync/hub/store/batch_storing.cpp
  "        if (*known == entry.hash) continue;"
  "        if (known) continue;"
  sync/hub/hub_store_test.cpp "another history of a lineage is a fork: nothing is overwritten and people are told once")
