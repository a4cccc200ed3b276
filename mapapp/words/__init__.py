"""What the program says: about events and places, about what a file holds, and in which language."""
