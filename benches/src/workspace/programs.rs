//! The programs that use the APIs of the contenders.

use super::{PROJECT, Workspace};
use crate::contender::{Contender, yaml};
use crate::leaf::Leaf;
use crate::lookups::suite::Suite;
use crate::table::{Codes, capitalized};

const DIVAN: &str = "divan = \"=0.1.21\"\n";

/// The dependencies that only the benchmark of whole responses needs.
const RESPONSES: &str = "http = \"1\"\nhttpdate = \"1\"\nserde = { version = \"1\", features = [\"derive\"] }\nserde_json = \"1\"\n";

const BODY: &str = "body:\n  statuses: 400-599\n  code: /error/code\n  message: /error/message\n";

impl Workspace {
    /// Writes the benchmarks of lookups, with a test that the results of all contenders are equal.
    pub(super) fn write_suite(&self, suite: Suite) -> String {
        let leaves: String = suite.leaves().into_iter().map(leaf_dependency).collect();
        let dependencies = leaves + DIVAN;
        let name = suite.package();
        match suite {
            Suite::Codes(codes, _) => {
                let dependencies = dependencies + &runtime_dependency("");
                let modules: &[_] = match codes {
                    Codes::Integers => &["integers"],
                    _ => &["contender", "equivalence", "bench"],
                };
                let main = main_file(modules) + &Contender::COMPLETE.map(implementation).concat();
                self.write_member(&name, &dependencies, &[("src/main.rs", main)])
            }
            Suite::Responses(_) => {
                let dependencies =
                    dependencies + RESPONSES + &runtime_dependency("\"http\", \"json\"");
                let spec = yaml(&suite.leaf(Contender::Ours).table(), BODY);
                let files = [
                    ("src/main.rs", main_file(&["responses"])),
                    ("codes.yaml", spec),
                ];
                self.write_member(&name, &dependencies, &files)
            }
        }
    }

    /// Writes a program that uses the whole API of one contender.
    pub(super) fn write_program(&self, contender: Contender, rows: usize) -> String {
        let mut dependencies = leaf_dependency(Leaf::new(contender, rows));
        if contender == Contender::Ours {
            dependencies += &runtime_dependency("");
        }
        let main = format!(
            "{}{}{}\nfn main() {{\n    program::run::<{}>();\n}}\n",
            module("contender"),
            module("program"),
            implementation(contender),
            capitalized(contender.id())
        );
        let files = [("src/main.rs", main)];
        self.write_member(&program(contender, rows), &dependencies, &files)
    }
}

/// The package of a program that uses the whole API of one contender.
pub(crate) fn program(contender: Contender, rows: usize) -> String {
    format!("program-{}-{rows}", contender.id())
}

/// The modules of a program and its `main`, which runs the lookups of the last module.
fn main_file(modules: &[&str]) -> String {
    let last = modules.last().copied().unwrap_or_default();
    let modules: String = modules.iter().map(|name| module(name)).collect();
    format!(
        "{}{modules}\nfn main() {{\n    runner::run({last}::count);\n}}\n\n",
        module("runner")
    )
}

fn module(name: &str) -> String {
    let test = if name == "equivalence" {
        "#[cfg(test)]\n"
    } else {
        ""
    };
    format!("{test}#[macro_use]\n#[path = \"{PROJECT}/benches/lookups/{name}.rs\"]\nmod {name};\n")
}

fn runtime_dependency(features: &str) -> String {
    format!("codes-runtime = {{ path = \"{PROJECT}/codes-runtime\", features = [{features}] }}\n")
}

fn leaf_dependency(leaf: Leaf) -> String {
    let (id, package) = (leaf.contender.id(), leaf.package());
    format!("{id} = {{ package = \"{package}\", path = \"../{package}\" }}\n")
}

/// The macro call that implements the trait of the benchmarks.
fn implementation(contender: Contender) -> String {
    let implement = if contender == Contender::Ours {
        "implement_ours"
    } else {
        "implement_handwritten"
    };
    let id = contender.id();
    format!("{implement}!({} {id});\n", capitalized(id))
}
