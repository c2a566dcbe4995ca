"""What screens are made of: widgets that render state they are given, and functions that put state into words."""
