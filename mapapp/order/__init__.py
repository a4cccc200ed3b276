"""The order of travel, decided in this one place: by legs, then instants, then days, then the lines of the file.

Numbers of stops, arrows, lists and every file take their order from the tour, and the tour has it from here. Nothing
here takes longer than a sort, however a file is made.
"""
