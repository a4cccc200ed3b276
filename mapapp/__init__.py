"""A diplomatic tour on a map: read it, check it, filter it, draw it, share it.

The modules are stacked; each imports only from the rows above its own (a test keeps this true):

1. ``message``, ``languages``, ``errors``, ``files``, ``position``, ``when``, ``source``, ``country``, ``folding``,
   ``dates``
2. ``place``, ``extents``, ``viewer``, ``instants``
3. ``tour``, ``corridor``, ``view``
4. ``snapshot``, ``accounts``, ``palette``, ``tables``, ``marks``, ``order``, ``library``, ``access``
5. ``catalogue``, ``selection``, ``geocoding``, ``words``, ``routing``, ``heart``
6. ``drafts``, ``foreign``, ``geography``, ``lookup``, ``maps``, ``reconciliation``, ``batch``, ``articles``
7. ``assembly``, ``exports``
8. ``publishing``
9. ``cli``, ``web``, ``ui``
"""

__version__ = "0.1.0"
