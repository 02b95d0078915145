//! The runner, on cases that hold and cases that do not.

use super::*;

fn run(text: &str) -> CasesRun {
    run_cases(&[("x.md".to_owned(), text.to_owned())], &Reader::new())
}

const REPORT: &str = "# A case\n\n> Orveth rejected the plan for a customs union.\n\n";

#[test]
fn a_right_expectation_holds() {
    let run = run(&format!(
        "{REPORT}| holder | stance | on | condition |\n|---|---|---|---|\n| Orveth | rejects | plan for a customs union | – |\n"
    ));
    assert_eq!(run.findings, Vec::<String>::new());
    assert_eq!((run.held, run.failed), (1, 0));
    assert_eq!(run.rows["positions"], (1, 1));
}

#[test]
fn a_wrong_expectation_fails_with_what_was_found() {
    for row in [
        "| Belora | rejects | |",
        "| Orveth | accepts | |",
        "| Orveth | rejects | a ferry line |",
        "| Orveth | rejects | – |",
    ] {
        let run = run(&format!(
            "{REPORT}| holder | stance | on |\n|---|---|---|\n{row}\n"
        ));
        assert_eq!(run.failed, 1, "{row}");
        assert!(
            run.findings[0].starts_with("x.md:7: A case: no position has "),
            "{:?}",
            run.findings
        );
        assert!(
            run.findings[0].contains("found  Orveth | rejects"),
            "{:?}",
            run.findings
        );
    }
}

#[test]
fn an_entry_answers_one_row() {
    let run = run(&format!(
        "{REPORT}| holder | stance |\n|---|---|\n| Orveth | rejects |\n| Orveth | |\n"
    ));
    assert_eq!(run.failed, 1);
    assert!(run.findings[0].contains("(answers another row)"));
}

#[test]
fn never_rows_must_not_be_found() {
    let never = |row: &str| {
        run(&format!(
            "{REPORT}Never:\n\n| holder | stance |\n|---|---|\n{row}\n"
        ))
    };
    assert_eq!(never("| Orveth | accepts |").held, 1);
    assert_eq!(never("| Orveth | rejects |").failed, 1);
    assert_eq!(never("| | |").failed, 1);
}

#[test]
fn a_known_miss_must_fail() {
    let miss = |stance: &str| {
        run(&format!(
            "{REPORT}Known miss: because\n\n| holder | stance |\n|---|---|\n| Orveth | {stance} |\n"
        ))
    };
    let real = miss("accepts");
    assert_eq!((real.held, real.failed, real.known_misses.len()), (0, 0, 1));
    assert_eq!(real.findings, Vec::<String>::new());
    let stale = miss("rejects");
    assert_eq!(stale.failed, 1);
    assert!(stale.findings[0].contains("passes now"));
}

#[test]
fn metadata_is_handed_in() {
    let run = run(
        "# A\n\nPublished: 2031-03-04\nOutlet: The Harbor Courier\n\n> The envoys met on Tuesday.\n\n| outlet | published |\n|---|---|\n| The Harbor Courier | 2031-03-04 |\n",
    );
    assert_eq!(run.findings, Vec::<String>::new());
}

#[test]
fn a_layer_that_is_empty_is_told() {
    let run = run(&format!(
        "{REPORT}| if | then |\n|---|---|\n| it rains | |\n"
    ));
    assert!(run.findings[0].contains("found  no conditions at all"));
}
