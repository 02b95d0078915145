//! The boards in `docs/boards` are what the program prints.
//! `UPDATE=1 cargo test -p rapporteur-cli --test examples` writes them anew; read them before you keep them.

use std::{fs, path::Path, process::Command};

#[test]
fn the_boards_of_the_examples_are_what_the_program_prints() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let boards = root.join("docs/boards");
    let mut names: Vec<String> = fs::read_dir(root.join("examples"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".txt"))
        .collect();
    names.sort();
    assert!(names.len() >= 6, "{names:?}");

    let mut wrong = Vec::new();
    for name in names {
        let output = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
            .args(["read", &format!("examples/{name}")])
            .current_dir(&root)
            .output()
            .unwrap();
        assert!(output.status.success(), "{name}");
        let printed = String::from_utf8(output.stdout).unwrap();
        let file = boards.join(&name);
        if std::env::var_os("UPDATE").is_some() {
            fs::create_dir_all(&boards).unwrap();
            fs::write(&file, &printed).unwrap();
        }
        if fs::read_to_string(&file).unwrap_or_default() != printed {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "other boards are printed for {wrong:?}");
}
