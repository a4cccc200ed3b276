"""The page "New tour": somebody's table is brought, checked and published."""
