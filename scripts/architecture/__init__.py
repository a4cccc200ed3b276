"""The shape of the program, read from its imports: what the tests of the shape and its picture both need."""
