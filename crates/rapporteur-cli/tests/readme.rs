//! The example of the README shows what the program prints.
//! `UPDATE=1 cargo test -p rapporteur-cli --test readme` writes it anew.

use std::{fs, path::Path, process::Command};

#[test]
fn the_example_is_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let output = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .args(["read", "examples/strait.txt"])
        .current_dir(&root)
        .output()
        .unwrap();
    assert!(output.status.success());
    let board = String::from_utf8(output.stdout).unwrap();

    let file = root.join("README.md");
    let readme = fs::read_to_string(&file).unwrap();
    let mark = readme.find("<!-- board of examples/strait.txt").unwrap();
    let start = mark + readme[mark..].find("```text\n").unwrap() + "```text\n".len();
    let end = start + readme[start..].find("```\n").unwrap();
    if std::env::var_os("UPDATE").is_some() {
        let anew = format!("{}{board}{}", &readme[..start], &readme[end..]);
        return fs::write(&file, anew).unwrap();
    }
    assert!(
        readme[start..end] == board,
        "the README shows another board than the program prints:\n{board}"
    );
}
