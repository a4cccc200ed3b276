"""Tours as a folder of plain files that any static host serves: pages, data, pictures, calendars, previews, no server.

`site` says which files there are, `folder` writes those that changed and takes away those that are published no more.
"""
