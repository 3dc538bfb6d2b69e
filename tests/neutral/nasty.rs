//! Texts that have broken generators before, and texts made of their parts.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};

/// One kind of trap each, or several that meet.
pub(crate) const TEXTS: &[&str] = &[
    // Rust
    "{} {0} {name:?} {{}} {{ }} %s %n $crate $x #{x}",
    "{0:?} {:>width$} {:#?} {{0}} %n %1$s %*d ${} ${x:-y} $(z) #{x} {{{x}}} <%= y %> {% z %}",
    "“a” ‘b’ „c‟ ‚d‛ «e» ‹f› 「g」 『h』 〝i〟 ＂j＇ ʼk ′l″ ❝m❞ ⹂n",
    "\"quoted\" 'single' `ticks` r#\"raw\"# \"# \"## b\"x\"",
    "back\\slash \\n \\u{41} \\x00 \\",
    "/* open */ close */ // line /// doc //! inner /** x */",
    "*/ }; } fn main() { panic!(\"x\") } // ",
    "#[doc(hidden)] #![deny(warnings)] #[cfg(test)] #[derive(Debug)]",
    "concat!(\"a\", env!(\"HOME\")) include_str!(\"/etc/passwd\") compile_error!(\"x\")",
    "Vec<T> and Option<Box<dyn Fn(&'a T) -> R>> <T as Trait>::X a < b > c",
    "Self::Nothing crate::nothing [crate::nothing] [Self::Nothing] [`Nothing`] [struct@X] [macro@y!] [fn@z()]",
    // links of all kinds
    "[link] [text](broken.md) [a][b] [c][] ![image](x.png) [](empty) [x](<y z> 'title')",
    "[ref]: https://example.com/x\n\n[ref] and [other]\n\n[other]: ../nothing.html \"title\"",
    "[^1] and [^note]\n\n[^1]: a footnote\n\n[^note]: another\n    with a block",
    "https://example.com/a?b=c&d=e#f http://x.y, (https://z.w/(a)_b) https:// www.example.com a@b.cd",
    "<https://example.com/?a&b> <mailto:a@b.c> <ftp://x.y> <a@b.cd>",
    "[js](javascript:alert(1)) [data](data:text/html,x) [file](file:///etc/passwd) [rel](../../x.html#y)",
    "[a*b](x*y) [`code`](https://a.b/`c`) [![i](j)](https://k.l) [<b>](https://m.n/<o>)",
    "[x]: y\n[X]: <javascript:z>\n[x] [`x`] [x()] [x!]",
    // HTML
    "<b>bold</b> <script>alert(1)</script> <img src=x onerror=y> <br/> <!-- comment --> <T>",
    "<div>\nraw\n</div>\n\n<details><summary>x</summary>\n\ny\n\n</details>",
    "</div></section></details></body></html> <style>*{display:none}</style>",
    "<!-- never closed\n\n<![CDATA[ x ]]> <?php y ?> <!DOCTYPE html>",
    "<span title='a\nb'>c</span> <T>\n<U, V>\n",
    "&amp; &lt; &nbsp; &copy; &#65; &#x41; &notanentity; &AMP &#0; &#xD800; &",
    // blocks
    "```\nunclosed\n    fence",
    "```rust\nassert!(false);\n```\n\n~~~\nlet x: u8 = 256;\n~~~\n\n````md\n```\nnested\n```\n````",
    "```compile_fail,E0001\nx\n```\n``` ignore\ny\n```\n```{.rust .x}\nz\n```",
    "text\n\n    let four = \"spaces\";\n\n\tlet tab = 1;\n\nend",
    "    indented first\n\tthen a tab\n  two",
    "- ```\n  fence in a list\n- > quote\n  > ```\n\n1. one\n\n       deep code\n\n2) two",
    "# Heading\n\nSetext\n======\n\nAnother\n---\n\n####### seven\n#\n## ",
    "> quote\n>> nested\nlazy\n\n> > ```\n> > x",
    "- a\n- b\n  - c\n\n    d\n* e\n+ f\n\n10. g\n11. h\n- [ ] open\n- [x] done",
    "| a | b |\n|---|:-:|\n| c \\| d | `e|f` |\n| g |\n\n| not a table |",
    "a | b\n--|--\n<br> | [x](y|z)\n**bold | c** | `d",
    "***\n---\n___\n- - -\n= = =\n-\n+\n*",
    "1986\\. A year\n1986. Another\n-1 minus\n+1 plus\n#hash\n=\n>",
    // inline
    "*em* _em_ **strong** __strong__ ***both*** ~~gone~~ ~one~ a*b*c a_b_c **a*b**c* _*x*_ *__y__*",
    "*https://example.com/x*y a*https://example.com* **<https://a.b>**c _[d](e)_f g*[h](i)*j",
    "**not closed *nor this `nor that ``nor` ~~this",
    "`code` ``c`d`` ` x ` `` ` `` `a\\|b` ```` x``` ```` `<b>` `&amp;`",
    "\"smart\" 'quotes' -- dashes --- and ... dots (c) (tm) :smile: ==mark== x^2^ H~2~O $math$ $$x$$",
    "line one  \nhard break\\\nanother\nsoft\n\n\n\nfar below   ",
    "\\*escaped\\* \\[x\\](y) \\` \\\\ \\< \\& \\| \\a \\\n!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~",
    "+++\ntoml\n+++\n---\nyaml: x\n---\n:::note\nx\n:::\n> [!WARNING]\n> y",
    "term\n: definition\n\n{#id .class} # Head {#id}\n\n[[wiki]] [[wiki|link]] @user #123",
    // characters
    "carriage\rreturn\r\nand\n\rboth\r",
    "nul\0in\0text",
    "controls \u{1} \u{7f} \u{80} \u{9f} \u{b} \u{c} \u{1b}[31mred\u{1b}[0m \u{85} bell\u{7}",
    "separators \u{2028}line\u{2028}\u{2029}paragraph",
    "zero\u{200b}width\u{200c}join\u{200d}er\u{2060}s \u{feff}bom soft\u{ad}hyphen",
    "combining a\u{301}\u{302}\u{303} \u{301}alone Z\u{324}\u{342}\u{360}algo *\u{301}x*",
    "turned \u{202e}round\u{202c} \u{2066}isolate\u{2069} \u{200f}mark\u{200e}",
    "שלום עולם مرحبا [بالعالم](x) **עברית**",
    "emoji 🎉 👩‍👩‍👧 🏳️‍🌈 🇩🇪 *🎉*x **👍**y",
    "残高不足 **（強調）**する ＜Ｔ＞ ［ｘ］（ｙ） ｀｀｀ ＊全角＊",
    "no\u{a0}break \u{2003}em\u{2003}space \u{3000}ideographic\u{3000}",
    "private \u{e000} non-characters \u{fffe} \u{ffff} \u{10ffff} replaced \u{fffd}",
    "ﬁ ligature ĳ ß ẞ İ ı Σς K Å 𝕳𝖊𝖑𝖑𝖔",
];

/// What the made texts consist of.
const PARTS: &[&str] = &[
    "word", "a", "Z9", "x y", " ", "  ", "    ", "\t", "\n", "\n", "\n\n", "\r\n", "\r", "\\", "\\\n", "*", "**", "_",
    "__", "~~", "~", "`", "``", "```", "~~~", "[", "]", "](", "(", ")", "[x]", "[x]: y", "![", "<", ">", "<b>", "</b>",
    "<T>", "<!--", "-->", "&", "&amp;", "&#0;", ";", "|", "|-|-|", "\n|a|b|\n|-|-|\n|", "#", "# ", "\n## ", "- ",
    "\n- ", "\n  - ", "1. ", "\n1) ", "> ", "\n> ", "---", "\n===\n", "***", "{", "}", "{}", "{{", "\"", "'", "\"#",
    "*/", "//", "%s", "$x", "http://a.b/c", "https://d.e", "www.f.g", "<http://h.i>", "mailto:j@k.l", "^", "[^1]",
    "[^1]: ", ":", "!", ".", ",", "-", "+", "=", "@", "/", "\0", "\u{1}", "\u{b}", "\u{85}", "\u{a0}", "\u{2028}",
    "\u{200b}", "\u{202e}", "\u{301}", "é", "漢字", "🎉", "ש", "\u{feff}", "rust", "text", "```rust\n", "\n```\n",
    "\n\n    ", "- [ ] ", "...", "--",
];

/// The same texts in every run.
pub(crate) fn made(count: usize) -> Vec<String> {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let text = prop::collection::vec(select(PARTS), 1..16).prop_map(|parts| parts.concat());
    let mut next = || text.new_tree(&mut runner).expect("a text").current();
    std::iter::repeat_with(&mut next).take(count).collect()
}
