"""Ways through a transport corridor: the shortest one, its legs, what was asked, and how far places lie from it."""
