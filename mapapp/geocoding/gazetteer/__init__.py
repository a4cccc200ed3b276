"""The places that are known without asking anybody: the index of GeoNames, our own rows, countries, spellings."""
