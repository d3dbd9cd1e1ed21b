"""The ways in: HTTP, the command line. Thin: parse, authorise, one service call, answer."""
