"""From an article to proposals for an itinerary: by rules and the gazetteer, on this machine, each with its words."""
