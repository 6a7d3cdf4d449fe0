"""Facts find their shapes: boundaries by code, borders, and each country's part in the story.

``geo`` owns the shape of every code (ISO 3166-1 alpha-3 for countries, ISO 3166-2 for
provinces, ``AFG-TJK`` for a border). It knows facts by their fields and knows no screens.
Coordinates are degrees of longitude and latitude (EPSG:4326), lengths are geodesic kilometres
on the WGS 84 ellipsoid, everywhere in this package. ``geo/README.md`` tells where the shapes
come from and what is wrong with them.
"""
