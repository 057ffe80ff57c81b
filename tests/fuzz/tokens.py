"""Pieces that mean something to one of the syntaxes, to the format, or to cvpress."""

from __future__ import annotations

__all__ = [
    "COMMON",
    "KEYS",
    "SCHEMA_KEYS",
    "SCHEMA_VALUES",
    "SETTINGS_FILES",
    "SETTINGS_KEYS",
    "SETTINGS_VALUES",
    "TOKENS",
    "VALUES",
]

VALUES: tuple[object, ...] = (
    *(None, True, False, 0, -1, 2019, 1.5, 1e300, 10**30, [], {}, [None], [[]], {"name": 1}, [{}], {"": ""}),
    *("", " ", "a", "a  b", " a ", "a\nb  c\n", "TODO", "[company]", "Lorem ipsum", "x" * 300, "no", "~", "<<"),
    *(
        "2019",
        "2019-06",
        "2019-6-1",
        "2019-02-30",
        "June 2019",
        "06/2019",
        "Sept. 2019",
        "Present",
        "3000-01",
        "1.5.19",
    ),
    *("2019-01-01T00:00:00Z", "2019-06-01 10:00", "today", "heute", "0000-00-00", "9" * 400),
    *(
        "https://example.org",
        "example.org",
        "www.example.org/a b",
        "javascript:alert(1)",
        "http://",
        "https://[::1",
        "//x",
    ),
    *("a@example.org", "a(at)example.org", "+49 30 1234567", "(030) 12", "FR", "France", "UK", "xx", "native", "C1"),
    *("\ufffd", "\u2028", "\x07", "é" * 9, "日本語", "👩‍🔬", "a\u202eb", "\ufeff", "\ud800", "e\u0301", "\x85"),
    *("public", "private", "hidden", "modern", "[a](#x)", "[a](https://x.y) *b*", "`a`", "# cvpress: ignore[K102]"),
)

KEYS = (
    *"basics work education skills languages name url image email phone location countryCode startDate endDate".split(),
    *"highlights meta variants portfolio letters id summary publications references custom company website".split(),
    *"picture gpa nmae start_date x-own <<".split(),
)

COMMON = (
    *(
        " ",
        "  ",
        "\n",
        "\r\n",
        "\t",
        "\r",
        "\n  ",
        "\n    ",
        "\ufeff",
        "\0",
        "\x07",
        "\x85",
        "\u2028",
        "\u2029",
        "\x7f",
    ),
    *('"', "'", "{", "}", "[", "]", ",", ":", "=", "#", "\\", "/", "-", "a", "é", "日", "👩‍🔬", "\u202e", "0", "1"),
    *("# cvpress: ignore[", "# cvpress: ignore-file", "# cvpress: ignore[K102, V]", "cvpress:", "# cvpress: ignore"),
    *("https://", "2019-06", "2019-6-1", "May 2019", "Present", "example.org", "TODO", "a  b", "\\u0041", "\\ud800"),
    *KEYS,
)

TOKENS = {
    "json": (
        *('{"', '":', '": "', '", "', "}}", "]}", "[{", "null", "true", "NaN", "-Infinity", "1e999", "-0", "0x1", "01"),
        *("// a\n", "/* a */", "/*", '\\"', "\\u00", "\\n", "\\x", '{"basics": {"name": "A"}, ', '"work": [', "None"),
        "9" * 310,
    ),
    "yaml": (
        *(
            "- ",
            "-\n",
            ": ",
            ":\n",
            "? ",
            "&a ",
            "*a",
            "!!str ",
            "!!int ",
            "!x ",
            "!<",
            "<<: *a",
            "|",
            ">",
            "|2-\n",
            ">+\n",
        ),
        *(
            "---\n",
            "...\n",
            "%YAML 1.1\n",
            "%TAG ! x\n",
            "~",
            "null",
            "yes",
            "0o7",
            "0x1",
            ".inf",
            ".nan",
            "1_000",
            "60:60",
        ),
        *(
            "basics:\n  name: A\n",
            "work:\n  - name: A\n",
            "name: |\n    a\n",
            'url: "',
            "'' ",
            "\\\n",
            "{a: b}",
            "[a, b]",
        ),
        *("\n- ", "\n  - ", "\n    - ", ": &a\n", ": *a\n", " #", "@", "`", "2019-06-01", "12:30:45", "= "),
    ),
    "toml": (
        *(
            " = ",
            "= '",
            "[[",
            "]]",
            "[a]\n",
            "[[a]]\n",
            "[work]\n",
            "[[work]]\n",
            "[basics]\n",
            "[[work.roles]]\n",
            '"""',
        ),
        *(
            "'''",
            '"""\n',
            "\\\n",
            "a.b",
            "a . 'b'.",
            "{ ",
            " }",
            "1979-05-27T07:32:00Z",
            "07:32:00",
            "1979-05-27 07:32",
        ),
        *(
            "inf",
            "-nan",
            "0b1",
            "0xff",
            "1_0",
            "1__0",
            "+1",
            "1.",
            ".1",
            "name = 'A'\n",
            "url = 'x'\n",
            "true",
            "\\U0010ffff",
        ),
        *("# a\n", '"a"', '""', "''", "=", "[a.b.c]\n", "a = { b = 1, c = [\n1,\n] }\n", "9" * 310),
    ),
}

SETTINGS_FILES = (
    b'select = ["ALL"]\nignore = ["C101", "K1"]\nstrict = true\nformat = "github"\n',
    b'[pointer-ignores]\n"/work/*/url" = ["V"]\n"cv.yaml#/basics" = ["misspelt-key"]\n"#" = ["ALL"]\n',
    b'[project]\nname = "x"\n[tool.cvpress]\nwarn = ["C"]\nerror = ["T1"]\n[tool.cvpress.pointer-ignores]\n"/a" = []\n',
)
SETTINGS_KEYS = (*"select ignore error warn strict format pointer-ignores selct tool".split(),)
SETTINGS_VALUES = (
    *VALUES,
    *(["K102"], ["V", "C1", "unknown-key"], ["ALL"], [["K"]], ["x" * 50], ["K", 1], "K102", "full", "fulll"),
    *(
        {"/a": ["K"]},
        {"a#b": ["K"]},
        {"**/[!a]*.yaml#/*/~1": ["V"]},
        {"/~2": []},
        {"": ["K"]},
        {"#": ["ALL"], "/x": "K"},
    ),
)

SCHEMA_KEYS = (
    *"type properties items required $ref $id $schema pattern anyOf oneOf allOf not if then else enum const".split(),
    *"minimum additionalProperties patternProperties definitions $defs format uniqueItems dependencies".split(),
    *"contains unevaluatedProperties $dynamicRef $anchor minLength multipleOf propertyNames maxItems".split(),
    *("basics", "work", "a"),
)
SCHEMA_VALUES = (
    *VALUES,
    *("object", "string", "array", "integer", "#", "#/$defs/a", "#/properties/basics", "other.json", "http://x.y/z#"),
    *("^a+$", "^(a+)+$", "(", "\\p{L}", "http://json-schema.org/draft-07/schema#"),
    *("http://json-schema.org/draft-04/schema#", "https://json-schema.org/draft/2020-12/schema"),
)
