"""Other ways to the same Word document: the same texts and tables, without checks, positions or content controls."""
