"""Stories written by a language model: a whole story in plain fields (`story`), and the world that plays it (`staging`)."""
