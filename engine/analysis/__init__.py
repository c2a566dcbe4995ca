"""What no single evaluation tells: why and why not, what would change it, how sure it is, what to ask next."""
