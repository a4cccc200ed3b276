"""The data folder: what is in it (`listing`), and its tours and corridors, read from CSV, TOML and workbooks."""
