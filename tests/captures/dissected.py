"""What the dissector told, for the maps of the protocols."""


class _Missing:
    def __repr__(self):
        return "MISSING"


MISSING = _Missing()


class Unit(dict):
    """One unit or part: its fields by name. Spans are dictionaries with off, at, len and a value."""

    def __init__(self, fields, streams, direction=None):
        direction = direction or fields["dir"]
        parts = [Unit(part, streams, direction) for part in fields.pop("parts", [])]
        super().__init__(fields)
        self.parts, self.direction, self.streams = parts, direction, streams

    def raw(self, field):
        """The bytes of a span."""
        span = self[field]
        return self.streams[self.direction][span["at"]:span["at"] + span["len"]]

    def value(self, field):
        """A number, a text, a list, hex digits, or MISSING."""
        found = self.get(field, MISSING)
        if isinstance(found, dict):
            for form in ("text", "list", "hex"):
                if form in found:
                    return found[form]
        return found

    def find(self, *names):
        """The part at the end of a path of names, or None."""
        part = self
        for name in names:
            part = next((p for p in part.parts if p["part"] == name), None)
            if part is None:
                return None
        return part

    def all(self, name):
        """All parts of that name on this level."""
        return [p for p in self.parts if p["part"] == name]

    def walk(self):
        """This part and all below it, in order."""
        yield self
        for part in self.parts:
            yield from part.walk()
