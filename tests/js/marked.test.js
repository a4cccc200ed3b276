// Whatever scripts say is marked for translation: no words in English stand in them by themselves.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";

const ts = createRequire(import.meta.url)("typescript");
const ROOT = new URL("../../mapapp", import.meta.url).pathname;
const MARKS = new Set(["tr", "plural", "in_context"]);
const WORDS =
  /^(?=.*[a-z]{2})["'“(]?[A-Z][\w’']*(?: [\w${}’'“”(),;:%–-]+)+[.:…]?$|\b(?:is|are|was|cannot|could not|not|no) (?:\w+ )*\w+\b.* \w+/;
const CODE = /[<>\\|#=]|^[a-z-]+(?:\.[a-z-]+)+|; \w+-|\d(?:px|ms|em)\b/;

/** The name of what is called: `tr` of `mapapp.tr(...)`. */
const called = (node) => node.expression.name?.text ?? node.expression.text;

/** The text of a literal, a template or literals that are joined; a value in it is `{}`. */
const textOf = (node) => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join("");
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
    const parts = [node.left, node.right].map((part) => textOf(part) ?? "{}");
    return parts.every((part) => part === "{}") ? undefined : parts.join("");
  }
  return undefined;
};

/** The words of a script that are not marked. */
const unmarked = (source) => {
  const found = [];
  const visit = (node) => {
    if (ts.isCallExpression(node) && MARKS.has(called(node))) {
      for (const argument of node.arguments) if (textOf(argument) === undefined) visit(argument);
      return;
    }
    const text = textOf(node);
    if (text !== undefined && WORDS.test(text) && !CODE.test(text)) found.push(text);
    if (text === undefined || ts.isTemplateExpression(node)) ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("a.js", source, ts.ScriptTarget.Latest, true));
  return found;
};

const scripts = readdirSync(ROOT, { recursive: true }).filter((name) => /\.js$/.test(name) && !/leaflet\//.test(name));

for (const name of scripts) {
  test(`${name} says nothing that is not marked`, () => {
    assert.deepEqual(unmarked(readFileSync(join(ROOT, name), "utf8")), []);
  });
}

test("words are told from code, however they are put together", () => {
  for (const said of [
    `box.textContent = \`\${n} events could not be loaded.\`;`,
    'box.textContent = "There are " + n + " events";',
    'button.title = "Close the card";',
    'const words = { a: "Whole tour" };',
    `throw new Error(\`The file \${name} is missing\`);`,
    'el("p", "quiet", n ? "No event fits" : tr("All"));',
    `tr(n > 1 ? "a" : \`It is \${n} too many\`);`,
  ]) {
    assert.equal(unmarked(said).length, 1, said);
  }
  for (const code of [
    'tr("The file is missing.");',
    'box.className = "legend open wide";',
    'query("button, a, [aria-label]");',
    'mapapp.plural(n, "{n} event", "{n} events");',
    'el("p", "quiet", tr("No event fits"));',
  ]) {
    assert.deepEqual(unmarked(code), [], code);
  }
});
