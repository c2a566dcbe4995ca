"""How long things take: `make bench`. Nothing here asserts a time; what is asserted is that all engines agree."""
