//! Dates, periods and durations against the cases of Recognizers-Text that make sense in news.
//!
//!     cargo run --example recognizers -- ../shared/data/time/recognizers-text [--errors]
//!
//! Cases are the results of type date, daterange and duration, with a day of reference, of `DateTimeModel`, `DateParser`,
//! `DatePeriodParser`, `DurationParser` and `HolidayParser`, the same sentence, day and expression once. Which are left out, and
//! why, stands in `left-out.txt` beside this file. A case is right when an expression found over the same words has one of the
//! values that the reference gives (it often gives one before and one after its day), by these rules:
//!
//! - the TimeML values are equal, or durations last as long;
//! - days are equal; a period begins and ends with the other; the reference ends a period before its last day, at it, or at the
//!   beginning of the last year or month, so all three are right;
//! - what is counted in weeks, months or years ("two months ago") may be the week, month or year that the day lies in;
//! - a part of a period ("late July", "earlier this year"), which the reference cuts by rules of its own, may be the period.

mod cases;
mod value;

use std::collections::HashMap;
use std::process::ExitCode;

use rapporteur_model::{CodePoints, Date, Document};
use rapporteur_read::dates::TimeExpression;
use rapporteur_read::{blocks, dates, words};
use rapporteur_syntax::Model;

use crate::cases::{Case, Class};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let errors = arguments.iter().any(|argument| argument == "--errors");
    let Some(folder) = arguments
        .iter()
        .find(|argument| !argument.starts_with("--"))
    else {
        eprintln!("recognizers: name the folder of the cases");
        return ExitCode::from(2);
    };
    let cases = match cases::load(folder) {
        Ok(cases) => cases,
        Err(problem) => {
            eprintln!("recognizers: {problem}");
            return ExitCode::from(1);
        }
    };
    let classes = match cases::left_out(include_str!("left-out.txt")) {
        Ok(classes) => classes,
        Err(problem) => {
            eprintln!("recognizers: left-out.txt: {problem}");
            return ExitCode::from(1);
        }
    };
    let mut out: Vec<(usize, usize)> = vec![(0, 0); classes.len()];
    let mut kept: HashMap<&str, (usize, usize)> = HashMap::new();
    let mut all = (0, 0);
    for case in &cases {
        let found = read(case);
        let right = found.iter().any(|found| value::is_right(case, found));
        all = (all.0 + usize::from(right), all.1 + 1);
        match classes.iter().position(|class| class.has(case)) {
            Some(class) => {
                out[class].0 += usize::from(right);
                out[class].1 += 1;
            }
            None => {
                let count = kept.entry(case.kind.as_str()).or_default();
                count.0 += usize::from(right);
                count.1 += 1;
                if errors && !right {
                    let got: Vec<String> = found
                        .iter()
                        .map(|found| {
                            let edtf = found.edtf.as_ref().map_or("-", |edtf| edtf.as_str());
                            format!("{edtf} {}", found.timex.value)
                        })
                        .collect();
                    println!(
                        "{}\t{}\t{}\t{}",
                        case.kind,
                        case.input,
                        case.text,
                        got.join("; ")
                    );
                }
            }
        }
    }
    print(&classes, &out, &kept, all);
    ExitCode::SUCCESS
}

/// The expressions found over the words of a case.
fn read(case: &Case) -> Vec<TimeExpression> {
    let document = Document::from_text(case.input.clone());
    let blocks = blocks::blocks(&document);
    let spans: Vec<_> = blocks.items.iter().map(|block| block.span).collect();
    let syntax = Model::embedded().read(&case.input, &spans);
    let words = words::Words::new(&case.input, &syntax);
    let anchor = dates::Anchor {
        published: Date::new(&case.day).ok(),
        dateline: None,
    };
    let points = CodePoints::new(&case.input);
    let over = |found: &TimeExpression| {
        let (start, end) = points.span(found.span);
        (start as usize) < case.end && case.start < end as usize
    };
    dates::dates(&words, &anchor)
        .0
        .into_iter()
        .filter(over)
        .collect()
}

fn print(
    classes: &[Class],
    out: &[(usize, usize)],
    kept: &HashMap<&str, (usize, usize)>,
    all: (usize, usize),
) {
    println!("left out (right of all):");
    for (class, (right, count)) in classes.iter().zip(out) {
        println!(
            "  {:50} {right:4} of {count:4}  {}",
            class.name, class.reason
        );
    }
    let share = |(right, count): (usize, usize)| 100.0 * right as f64 / count.max(1) as f64;
    let mut sum = (0, 0);
    for kind in ["date", "daterange", "duration"] {
        let count = kept.get(kind).copied().unwrap_or_default();
        sum = (sum.0 + count.0, sum.1 + count.1);
        println!(
            "{kind:10} {:5.1} % ({} of {})",
            share(count),
            count.0,
            count.1
        );
    }
    println!("kept       {:5.1} % ({} of {})", share(sum), sum.0, sum.1);
    println!("all        {:5.1} % ({} of {})", share(all), all.0, all.1);
}
