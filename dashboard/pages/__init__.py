"""One file per page: layout, plain functions, register."""
