"""What is sent of a script is what was written of it, but for comments and space, read by the parser of TypeScript."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from mapapp.maps import bundle

ROOT = Path(__file__).parents[2]
PARSE = """
import ts from "typescript";
let text = "";
for await (const piece of process.stdin) text += piece;
const kinds = (script) => {
  const file = ts.createSourceFile("a.js", script, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS);
  if (file.parseDiagnostics.length) throw new Error(file.parseDiagnostics[0].messageText);
  const found = [];
  const walk = (node) => {
    if (ts.isJSDoc(node)) return;
    if (ts.isParenthesizedExpression(node)) return walk(node.expression);
    const leaf = ts.isIdentifier(node) || ts.isLiteralExpression(node) || ts.isTemplateHead(node);
    found.push(leaf || ts.isTemplateMiddleOrTemplateTail(node) ? [node.kind, node.text] : node.kind);
    ts.forEachChild(node, walk);
  };
  walk(file);
  return JSON.stringify(found);
};
const pairs = JSON.parse(text);
console.log(JSON.stringify(pairs.map(([written, sent]) => kinds(written) === kinds(sent))));
"""


def same(pairs: list[tuple[str, str]]) -> list[bool]:
    node = shutil.which("node")
    assert node, "scripts/test says how to get Node"
    command = [node, "--input-type=module", "--eval", PARSE]
    done = subprocess.run(
        command, cwd=ROOT, input=json.dumps(pairs), capture_output=True, text=True, check=True, timeout=120
    )
    answers: list[bool] = json.loads(done.stdout)
    return answers


def test_a_script_that_is_sent_parses_to_what_was_written() -> None:
    files = [*(ROOT / "mapapp" / "maps" / "assets").rglob("*.js"), *(ROOT / "mapapp" / "ui").rglob("*.js")]
    written = [file.read_text(encoding="utf-8") for file in files if "leaflet" not in file.parts]
    answers = same([(script, bundle.stripped(script)) for script in written])
    assert len(answers) > 60 and all(answers), [str(f) for f, ok in zip(files, answers, strict=False) if not ok]


@pytest.mark.parametrize(
    ("written", "sent"),
    [("let a = b + 1;", "let a=b-1;"), ("f`a  b`;", "f`a b`;"), ("return_(1)\n[2]", "return_(1);[2]")],
)
def test_another_meaning_is_told(written: str, sent: str) -> None:
    assert same([(written, sent)]) == [False]


def test_space_and_comments_that_mean_something_stay() -> None:
    script = "const a = `x  //  ${b /* no */ + ++c} y`; // gone\nconst r = /[/*]\\/ {2}/u.test('  /* stays */ ');\n"
    assert same([(script, bundle.stripped(script))]) == [True]
    assert "gone" not in bundle.stripped(script)
