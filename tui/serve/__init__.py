"""The terminal interface in a browser: our own page, checks and server around the client script of textual-serve.

textual-serve by itself loads a font from outside, asks for no token, checks no Origin and starts a shell; of it only
the script and style of the terminal are used. Loaded by the command ``serve`` alone: its libraries are an extra.
"""
