"""How fast the program is: everything is measured from outside, in a terminal with timed reads."""
