"""Build the offline basemap and the browser assets out of pinned packages of the public registries."""
