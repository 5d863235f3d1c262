"""The writers: a Document and a style sheet in, the bytes of a file out."""
