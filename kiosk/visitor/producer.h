// The page of whoever made it: portrait, what is known and published, all their products, how to reach them.
#pragma once

#include "kiosk/visitor/visitor_context.h"

namespace ocop::kiosk {

// Draws everything above the bottom bar, for session.open_producer.
void draw_producer(Ui& ui, const VisitorContext& context, Session& session, Intents& intents);

// Words to read on it: how long somebody may stand there without touching anything.
int producer_words(const Language& language, const VisitorView& view, const ProducerId& id);

} // namespace ocop::kiosk
