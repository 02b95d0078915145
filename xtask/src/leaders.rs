//! Leaders with office and term, from lists whose licences allow it.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde_json::Value;

use crate::gazetteer::between;

/// Offices of CountryInfo's governments that speak for a state abroad.
const OFFICES: &[&str] = &[
    "president",
    "prime minister",
    "premier",
    "chancellor",
    "foreign",
    "external",
    "defen",
    "secretary of state",
    "interior",
    "king",
    "emir",
    "sultan",
    "head of",
    "security",
    "permanent representative",
    "finance",
    "oil",
    "energy",
    "trade",
    "vice",
];

/// Rows `surname · folded name · name · country · office · from · to`, sorted, and every part of a leader's name
/// that could also be a city.
pub fn compile(
    source: &Path,
    info: &str,
    iso: &[(&str, &str)],
) -> Result<(String, BTreeSet<String>)> {
    let mut rows: BTreeSet<[String; 7]> = BTreeSet::new();
    let mut people = BTreeSet::new();
    let mut add = |name: &str, country: &str, office: &str, from: &str, to: &str| {
        let name = name.split(" (").next().unwrap_or(name).trim();
        if name.is_empty() || name.starts_with(['Q']) && name[1..].parse::<u64>().is_ok() {
            return;
        }
        let full = fold(name);
        let parts: Vec<&str> = name.split(' ').collect();
        people.extend(parts.iter().map(|part| (*part).to_owned()));
        let mut surnames = vec![fold(parts[parts.len() - 1])];
        if ["CHN", "KOR", "PRK", "VNM", "TWN", "KHM", "SGP", "HKG"].contains(&country)
            && parts.len() > 1
        {
            surnames.push(fold(parts[0]));
        }
        for surname in surnames {
            rows.insert([
                surname,
                full.clone(),
                name.to_owned(),
                country.to_owned(),
                office.to_owned(),
                from.to_owned(),
                to.to_owned(),
            ]);
        }
    };
    let iso2to3 = |code: &str| {
        iso.iter()
            .find(|(_, iso2)| *iso2 == code)
            .map_or(code, |(iso3, _)| *iso3)
            .to_owned()
    };
    everypolitician(source, &mut add)?;
    open_data(source, &iso2to3, &mut add)?;
    country_info(info, &mut add);
    let mut text = String::new();
    for row in rows {
        let _ = writeln!(text, "{}", row.join("\t"));
    }
    Ok((text, people))
}

fn everypolitician(source: &Path, add: &mut dyn FnMut(&str, &str, &str, &str, &str)) -> Result<()> {
    let codes = fs::read_to_string(source.join("mledoze-countries.json"))?;
    let codes: Vec<Value> = serde_json::from_str(&codes)?;
    let find = |name: &str| {
        codes.iter().find_map(|country| {
            let hit = country["name"]["common"] == name
                || country["name"]["official"] == name
                || country["altSpellings"]
                    .as_array()
                    .is_some_and(|list| list.iter().any(|form| form == name));
            hit.then(|| country["cca3"].as_str().unwrap_or("").replace("UNK", "XKX"))
        })
    };
    let text = fs::read_to_string(source.join("world-leaders/everypolitician/wikidata.csv"))?;
    for line in text.lines().skip(1) {
        let cells = csv_cells(line);
        let [_, country, _, office, _, name, from, to] = &cells[..] else {
            continue;
        };
        let known = find(country).or_else(|| find(country.trim_start_matches("The ")));
        match known {
            Some(iso) => add(name, &iso, office, from, to),
            None => {
                let iso = match country.as_str() {
                    "People's Republic of China" => "CHN",
                    "Democratic Republic of the Congo" => "COD",
                    "Kingdom of the Netherlands" => "NLD",
                    "Kingdom of Denmark" => "DNK",
                    "State of Palestine" => "PSE",
                    "Federated States of Micronesia" => "FSM",
                    "East Timor" => "TLS",
                    "Macedonia" => "MKD",
                    "Turkey" => "TUR",
                    "Republic of Abkhazia" => "XAB",
                    "South Ossetia" => "XSO",
                    "Transnistria" => "XTR",
                    "Somaliland" => "XSL",
                    "Republic of Artsakh" => "XNK",
                    "Republika Srpska" => "XRS",
                    "Turkish Republic of Northern Cyprus" => "XNC",
                    other => {
                        println!("no code for {other}");
                        continue;
                    }
                };
                add(name, iso, office, from, to);
            }
        }
    }
    Ok(())
}

fn open_data(
    source: &Path,
    iso2to3: &dyn Fn(&str) -> String,
    add: &mut dyn FnMut(&str, &str, &str, &str, &str),
) -> Result<()> {
    let folder = source.join("world-leaders/open-data-archive/data/countries");
    let mut countries: Vec<_> = fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.join("current.json").exists())
        .collect();
    countries.sort();
    for path in countries {
        let current: Value = serde_json::from_str(&fs::read_to_string(path.join("current.json"))?)?;
        let code = current["country"]["iso_code"].as_str().unwrap_or("");
        let iso = match code {
            "EU" => "European Union".to_owned(),
            "AU_AF" => "African Union".to_owned(),
            code => iso2to3(code),
        };
        for place in ["head_of_government", "head_of_state"] {
            let position = &current["positions"][place];
            let title = position["title_en"].as_str().unwrap_or("");
            let holder = &position["current_holder"];
            if let Some(name) = holder["name_en"].as_str() {
                add(
                    name,
                    &iso,
                    title,
                    holder["since"].as_str().unwrap_or(""),
                    "",
                );
            }
        }
        let Ok(changes) = fs::read_to_string(path.join("changes.json")) else {
            continue;
        };
        let changes: Value = serde_json::from_str(&changes)?;
        for change in changes["changes"].as_array().into_iter().flatten() {
            if let (Some(old), Some(title), Some(date)) = (
                change["old_holder_en"].as_str(),
                change["position_title"].as_str(),
                change["change_date"].as_str(),
            ) {
                add(old, &iso, title, "", date);
            }
        }
    }
    Ok(())
}

/// CountryInfo's rulers since about 1960 and the offices of governments that speak abroad, to 2011.
fn country_info(info: &str, add: &mut dyn FnMut(&str, &str, &str, &str, &str)) {
    for block in info.split("<Country>").skip(1) {
        let Some(iso) = between(block, "<CountryCode>", "</CountryCode>").map(str::trim) else {
            continue;
        };
        if iso.len() != 3 {
            continue;
        }
        if let Some(leaders) = between(block, "<Leaders>", "</Leaders>") {
            let mut office = String::new();
            for line in leaders.lines().map(str::trim) {
                if line.starts_with("</") {
                    continue;
                }
                if let Some(title) = line.strip_prefix('<') {
                    office = singular(title.trim_end_matches('>'));
                    continue;
                }
                person(line, iso, &office, add);
            }
        }
        if let Some(government) = between(block, "<Government>", "</Government>") {
            for line in government.lines().map(str::trim) {
                let Some((left, office)) = line.split_once('#') else {
                    continue;
                };
                let low = office.to_lowercase();
                if OFFICES.iter().any(|word| low.contains(word)) {
                    person(left, iso, office.trim(), add);
                }
            }
        }
    }
}

/// A line `NAME_ [from - to]` or `{NAME_} {NAME_} [CODE from - to]…`.
fn person(line: &str, iso: &str, office: &str, add: &mut dyn FnMut(&str, &str, &str, &str, &str)) {
    let head = line.split('[').next().unwrap_or("");
    let names: Vec<String> = head
        .split(['{', '}'])
        .map(|part| title_case(part.trim()))
        .filter(|part| part.contains(' '))
        .collect();
    for term in line.split('[').skip(1) {
        let term = term.split(']').next().unwrap_or("");
        if term.starts_with("B:") || term.starts_with("D:") {
            continue;
        }
        let term = term
            .trim_start_matches(|char: char| char.is_ascii_uppercase())
            .trim();
        let (from, to) = if let Some(date) = term.strip_prefix('>') {
            (date, "")
        } else if let Some(date) = term.strip_prefix('<') {
            ("", date)
        } else if let Some((from, to)) = term.split_once('-') {
            (from.trim(), to.trim())
        } else {
            continue;
        };
        // The list ends in 2011: who was in office then may have left since, so the end is left unknown ("?").
        let to = if to.is_empty() {
            "?".to_owned()
        } else {
            day(to)
        };
        for name in &names {
            add(name, iso, office, &day(from), &to);
        }
    }
}

/// `19911205` as `1991-12-05`; the first of January says only the year in this list.
fn day(digits: &str) -> String {
    if digits.len() < 8 || !digits.is_ascii() {
        return String::new();
    }
    match &digits[4..8] {
        "0101" => digits[..4].to_owned(),
        _ => format!("{}-{}", &digits[..4], &digits[4..6]),
    }
}

fn singular(title: &str) -> String {
    let title = title.trim();
    match title.to_lowercase().as_str() {
        "presidents" => "President".into(),
        "prime ministers" => "Prime Minister".into(),
        "foreign ministers" => "Foreign Minister".into(),
        "chief ministers" => "Chief Minister".into(),
        _ => title.strip_suffix('s').unwrap_or(title).to_owned(),
    }
}

/// `GEORGE_H._W._BUSH_` as `George H. W. Bush`.
pub fn title_case(name: &str) -> String {
    let mut out = String::new();
    for word in name.split(['_', ' ', '\t']).filter(|word| !word.is_empty()) {
        if !out.is_empty() {
            out.push(' ');
        }
        let low = word.to_lowercase();
        if [
            "of", "and", "the", "de", "del", "la", "al", "bin", "von", "van", "el", "der", "da",
            "dos",
        ]
        .contains(&low.as_str())
            && !out.is_empty()
        {
            out.push_str(&low);
            continue;
        }
        let mut start = true;
        for char in low.chars() {
            if start {
                out.extend(char.to_uppercase());
            } else {
                out.push(char);
            }
            start = char == '-' || char == '\'' || char == '.';
        }
    }
    out
}

/// Lower case without diacritical marks, for Latin letters. `gazetteer/leaders.rs` of the lexicon folds alike.
fn fold(name: &str) -> String {
    rapporteur_lexicon::fold_name(name)
}

/// The cells of a CSV line, with double quotes.
fn csv_cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for char in line.chars() {
        match char {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(other);
                }
            }
        }
    }
    cells
}
