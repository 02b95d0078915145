//! The program as a shell sees it: output, messages, exit codes.

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

use rapporteur::Record;

const REPORT: &str =
    "Orveth rejected the draft, its minister said.\n\nTalks go on in Marenne on Tuesday.\n";

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .args(arguments)
        .env_remove("RUST_BACKTRACE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // The program may end before it has read everything.
    let feed = std::thread::spawn(move || stdin.write_all(&input).is_ok());
    let output = child.wait_with_output().unwrap();
    feed.join().unwrap();
    output
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn lines(count: usize) -> Vec<u8> {
    let line = |n: usize| serde_json::json!({"id": format!("a{n}"), "text": REPORT}).to_string();
    (0..count)
        .map(line)
        .collect::<Vec<_>>()
        .join("\n")
        .into_bytes()
}

#[test]
fn a_record_of_standard_input() {
    let output = run(
        &[
            "read",
            "-",
            "--format",
            "json",
            "--published",
            "2031-03-04",
            "--outlet",
            "The Harbor Courier",
        ],
        REPORT.as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let record: Record = serde_json::from_str(&out(&output)).unwrap();
    assert_eq!(record.format, "rapporteur/1");
    assert_eq!(
        record.reports[0].outlet.as_deref(),
        Some("The Harbor Courier")
    );
    assert_eq!(
        record.reports[0].published.as_ref().unwrap().as_str(),
        "2031-03-04"
    );
}

#[test]
fn json_lines_keep_their_order_and_their_bytes_for_any_number_of_threads() {
    let input = lines(40);
    let once = run(
        &["read", "-", "--format", "jsonl", "--threads", "1"],
        &input,
    );
    let keys: Vec<String> = out(&once)
        .lines()
        .map(|line| {
            serde_json::from_str::<Record>(line).unwrap().reports[0]
                .key
                .clone()
                .unwrap()
        })
        .collect();
    assert_eq!(keys, (0..40).map(|n| format!("a{n}")).collect::<Vec<_>>());
    for threads in ["2", "8"] {
        let again = run(
            &["read", "-", "--format", "jsonl", "--threads", threads],
            &input,
        );
        assert!(again.stdout == once.stdout, "{threads} threads");
    }
}

#[test]
fn a_bad_line_gives_a_record_with_a_problem_and_the_run_goes_on() {
    let mut input = lines(1);
    input.extend(b"\n{\"id\": \"bad\", \"text\": 7}\n");
    input.extend(lines(1));
    let output = run(&["read", "-", "--format", "jsonl"], &input);
    assert_eq!(output.status.code(), Some(1));
    let records: Vec<Record> = out(&output)
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(records.len(), 3);
    assert!(records[0].problems.is_empty());
    assert_eq!(records[1].reports[0].key.as_deref(), Some("bad"));
    assert!(!records[1].problems.is_empty());
    assert_eq!(records[2].reports[0].key.as_deref(), Some("a0"));
}

#[test]
fn a_board_has_no_colour_in_a_pipe_and_has_it_when_asked() {
    let plain = run(&["read", "-"], REPORT.as_bytes());
    assert!(!out(&plain).contains('\u{1b}'));
    let coloured = run(&["read", "-", "--color", "always"], REPORT.as_bytes());
    assert!(out(&coloured).contains('\u{1b}'));
}

#[test]
fn errors_say_what_where_and_what_to_do() {
    let output = run(&["read", "no/such/report.txt"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(err(&output).contains("no/such/report.txt: there is no such file or folder. Check"));
    let output = run(&["read", "-", "--show", "nothing"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("no stage «nothing». The stages are: "));
    let output = run(&["read", "-", "--published", "yesterday"], b"");
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("2025-12-02"), "{}", err(&output));
    let output = run(&["read", "-", "--lexicon", "no/such/folder"], b"");
    assert_eq!(output.status.code(), Some(3));
    assert!(err(&output).contains("no/such/folder"));
    assert_eq!(run(&["frobnicate"], b"").status.code(), Some(2));
}

#[test]
fn any_bytes_give_an_answer() {
    let long = "x".repeat(1 << 20);
    let inputs: [&[u8]; 7] = [
        b"",
        b"word",
        &[0xff, 0xfe, 0x00, 0x41],
        b"Caf\xe9 talks \x93on\x94 Tuesday",
        b"%PDF-1.7 \x00\x01",
        &[0; 4096],
        long.as_bytes(),
    ];
    for input in inputs {
        let output = run(&["read", "-", "--format", "json"], input);
        assert!(
            matches!(output.status.code(), Some(0 | 1)),
            "{}",
            err(&output)
        );
        assert!(
            serde_json::from_str::<Record>(&out(&output)).is_ok(),
            "{}",
            out(&output)
        );
    }
}

#[test]
fn syntax_writes_conllu_of_text_and_of_given_words() {
    let output = run(&["syntax", "-"], b"Orveth rejected the draft.");
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let conllu = out(&output);
    assert!(
        conllu.contains("# text = Orveth rejected the draft."),
        "{conllu}"
    );
    assert!(conllu.contains("Offset=0:6"), "{conllu}");
    let file = std::env::temp_dir().join(format!("rapporteur-{}.conllu", std::process::id()));
    std::fs::write(&file, &conllu).unwrap();
    let again = run(&["syntax", file.to_str().unwrap()], b"");
    std::fs::remove_file(&file).unwrap();
    assert_eq!(again.status.code(), Some(0), "{}", err(&again));
    assert!(
        out(&again).contains("\trejected\treject\tVERB"),
        "{}",
        out(&again)
    );
}

#[test]
fn completions_and_manual_come_out() {
    assert!(out(&run(&["completions", "bash"], b"")).contains("_rapporteur"));
    assert!(out(&run(&["man"], b"")).contains(".TH rapporteur"));
}

#[cfg(unix)]
#[test]
fn a_reader_who_leaves_early_is_no_failure() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_rapporteur"))
        .args(["completions", "zsh"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(!err(&output).contains("panicked"), "{}", err(&output));
}

#[test]
fn cases_are_checked() {
    let folder = std::env::temp_dir().join(format!("rapporteur-cases-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("mine.md");
    let case = |stance: &str| {
        format!(
            "# A\n\n> Orveth rejected the draft.\n\n| holder | stance |\n|---|---|\n| Orveth | {stance} |\n"
        )
    };
    let path = folder.to_string_lossy().into_owned();
    std::fs::write(&file, case("rejects")).unwrap();
    let right = run(&["check", &path], b"");
    std::fs::write(&file, case("accepts")).unwrap();
    let wrong = run(&["check", &path], b"");
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(right.status.code(), Some(0), "{}", out(&right));
    assert!(out(&right).contains("1 cases hold, 0 known misses, 0 to mend"));
    assert_eq!(wrong.status.code(), Some(1));
    assert!(
        out(&wrong).contains("mine.md:7: A: no position has"),
        "{}",
        out(&wrong)
    );
}
