"""A diplomatic tour on a map: read it, check it, filter it, draw it, share it.

The modules are stacked; each imports only from the rows above its own (a test keeps this true):

1. ``message``, ``pattern``, ``terms``, ``languages``, ``errors``, ``files``, ``position``, ``when``, ``source``,
   ``country``, ``confined``
2. ``addresses``, ``archive``, ``folding``, ``dates``, ``viewer``, ``instants``, ``kinds``, ``ground``,
   ``transit``
3. ``query``, ``place``, ``extents``, ``scene``, ``callout``, ``sides``
4. ``tour``, ``corridor``, ``view``
5. ``snapshot``, ``accounts``, ``palette``, ``tables``, ``marks``, ``order``, ``story``, ``library``, ``access``,
   ``beside``
6. ``catalogue``, ``geocoding``, ``words``, ``routing``, ``heart``
7. ``selection``, ``drafts``, ``foreign``, ``geography``, ``lookup``, ``reconciliation``, ``articles``
8. ``maps``
9. ``assembly``, ``exports``, ``batch``
10. ``publishing``
11. ``cli``, ``web``, ``ui``
"""

__version__ = "0.1.0"
