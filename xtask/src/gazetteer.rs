//! `cargo xtask gazetteer`: compiles public lists of countries, cities, regions and leaders into the small tables
//! that ship in `crates/rapporteur-lexicon/data`. `NOTICE.md` there names sources and licences.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;
use std::{fs, str};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use crate::leaders;

/// Bits of a city's value: population, country, marks. `gazetteer/cities.rs` of the lexicon reads them.
const COUNTRY_SHIFT: u64 = 27;
const AMBIGUOUS: u64 = 1 << 36;
const WORD: u64 = 1 << 37;
const PERSON: u64 = 1 << 38;
const VARIANT: u64 = 1 << 39;

/// Names of persons that the lists of leaders do not hold, or hold too seldom, and that are cities too.
const PEOPLE: &[&str] = &[
    "Lincoln",
    "Jackson",
    "Madison",
    "Austin",
    "Charlotte",
    "Victoria",
    "Florence",
    "Chelsea",
    "Savannah",
    "Carson",
    "Clinton",
    "Hamilton",
    "Lancaster",
    "Warren",
    "Marion",
    "Adelaide",
    "Alexandria",
    "Preston",
    "Aurora",
    "Eugene",
    "Irving",
    "Arlington",
    "Franklin",
    "Harrison",
    "Jefferson",
    "Monroe",
    "Raleigh",
    "Darwin",
    "Douglas",
    "Elizabeth",
    "Glenn",
    "Grant",
    "Green",
    "Holland",
    "Kent",
    "Logan",
    "Marshall",
    "Mason",
    "Milton",
    "Nelson",
    "Newton",
    "Norman",
    "Norton",
    "Palmer",
    "Parker",
    "Sherman",
    "Sheridan",
    "Stanton",
    "Taylor",
    "Tyler",
    "Vernon",
    "Wilson",
    "Windsor",
    "Winston",
];

/// What cities are weighed against: words and names that are something else most of the time.
struct Clashes {
    words: BTreeSet<String>,
    people: BTreeSet<String>,
    countries: BTreeSet<String>,
}

/// Compiles every table from `source` (`../shared/data/gazetteer`) into `target`.
pub fn compile(source: &Path, target: &Path) -> Result<()> {
    let countries = countries(source)?;
    let mut table = String::from(
        "iso3\tiso2\tname\tofficial\tregion\tsubregion\tun\tcapitals\tspellings\tdemonyms\n",
    );
    for country in &countries {
        table.push_str(country);
        table.push('\n');
    }
    fs::write(target.join("countries.tsv"), &table)?;
    let iso: Vec<(&str, &str)> = countries
        .iter()
        .filter_map(|row| {
            let mut cells = row.split('\t');
            Some((cells.next()?, cells.next()?))
        })
        .collect();

    let info = fs::read(source.join("countryinfo/CountryInfo.120116.txt"))?;
    let info = String::from_utf8_lossy(&info);
    let (leaders, people) = leaders::compile(source, &info, &iso)?;
    fs::write(target.join("leaders.tsv"), &leaders)?;
    fs::write(target.join("regions.tsv"), regions(&info))?;

    let clashes = Clashes {
        words: common_words(&source.join("../syntax"))?,
        people: people
            .into_iter()
            .chain(PEOPLE.iter().map(|name| (*name).to_owned()))
            .collect(),
        countries: countries
            .iter()
            .flat_map(|row| row.split(['\t', ';']))
            .map(str::to_owned)
            .collect(),
    };
    let cities = cities(&source.join("cities15000.zip"), &iso, &clashes)?;
    let map = fst::Map::from_iter(cities)?;
    fs::write(target.join("cities.fst"), map.as_fst().as_bytes())?;
    println!(
        "{} countries, {} leader lines, {} city names",
        iso.len(),
        leaders.lines().count(),
        map.len()
    );
    Ok(())
}

/// One row a country: codes, names, region, capitals, spellings, demonyms.
fn countries(source: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(source.join("mledoze-countries.json"))?;
    let list: Vec<Value> = serde_json::from_str(&text)?;
    let mut rows = Vec::new();
    for country in &list {
        let word = |value: &Value| value.as_str().unwrap_or("").trim().to_owned();
        let words = |value: &Value| {
            value
                .as_array()
                .into_iter()
                .flatten()
                .filter_map(Value::as_str)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        let mut iso3 = word(&country["cca3"]);
        if iso3 == "UNK" {
            iso3 = "XKX".into(); // the code that users of ISO 3166 agree on for Kosovo
        }
        let iso2 = word(&country["cca2"]);
        let spellings: Vec<String> = words(&country["altSpellings"])
            .into_iter()
            .filter(|name| *name != iso2)
            .collect();
        let demonyms: BTreeSet<String> = ["m", "f"]
            .iter()
            .flat_map(|gender| {
                word(&country["demonyms"]["eng"][gender])
                    .split([','])
                    .flat_map(|part| part.split(" or "))
                    .map(|part| part.trim().to_owned())
                    .collect::<Vec<_>>()
            })
            .filter(|part| !part.is_empty())
            .collect();
        rows.push(
            [
                iso3,
                iso2,
                word(&country["name"]["common"]),
                word(&country["name"]["official"]),
                word(&country["region"]),
                word(&country["subregion"]),
                if country["unMember"].as_bool() == Some(true) {
                    "y"
                } else {
                    "n"
                }
                .to_owned(),
                words(&country["capital"]).join(";"),
                spellings.join(";"),
                demonyms.into_iter().collect::<Vec<_>>().join(";"),
            ]
            .join("\t"),
        );
    }
    rows.sort();
    Ok(rows)
}

/// Regions that CountryInfo lists, with their country.
fn regions(info: &str) -> String {
    let mut rows = BTreeSet::new();
    for block in info.split("<Country>").skip(1) {
        let Some(iso) = between(block, "<CountryCode>", "</CountryCode>") else {
            continue;
        };
        let Some(body) = between(block, "<Regions>", "</Regions>") else {
            continue;
        };
        for line in body.lines() {
            let name = leaders::title_case(line.split('#').next().unwrap_or("").trim());
            if name.len() > 3 && !name.contains(['(', ',', '-', '.']) {
                rows.insert((name, iso.trim().to_owned()));
            }
        }
    }
    let mut text = String::new();
    for (name, iso) in rows {
        let _ = writeln!(text, "{name}\t{iso}");
    }
    text
}

/// The text between two marks.
pub(crate) fn between<'a>(text: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let start = text.find(from)? + from.len();
    Some(&text[start..start + text[start..].find(to)?])
}

/// Lower-case words of the training treebanks, which a city of the same name must not swallow.
fn common_words(folder: &Path) -> Result<BTreeSet<String>> {
    let mut counts: HashMap<String, (u32, u32)> = HashMap::new();
    for file in ["ewt-train.conllu", "gum-open-train.conllu"] {
        let text =
            fs::read_to_string(folder.join(file)).with_context(|| format!("reading {file}"))?;
        for line in text.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            if cells.len() == 10 && cells[0].bytes().all(|byte| byte.is_ascii_digit()) {
                let entry = counts.entry(cells[1].to_lowercase()).or_default();
                if cells[3] == "PROPN" {
                    entry.1 += 1;
                } else {
                    entry.0 += 1;
                }
            }
        }
    }
    Ok(counts
        .into_iter()
        .filter(|(_, (common, proper))| common > proper)
        .map(|(word, _)| word)
        .collect())
}

/// Every city name with its packed value, in the order of the names.
fn cities(zip: &Path, iso: &[(&str, &str)], clashes: &Clashes) -> Result<BTreeMap<String, u64>> {
    let output = Command::new("unzip").arg("-p").arg(zip).output()?;
    ensure!(
        output.status.success(),
        "unzip cannot read {}",
        zip.display()
    );
    let text = str::from_utf8(&output.stdout)?;
    // For each name its places as (population, country); variants stand apart, so that no variant hides a city.
    let mut names: BTreeMap<String, Vec<(u64, u64)>> = BTreeMap::new();
    let mut variants: BTreeMap<String, Vec<(u64, u64)>> = BTreeMap::new();
    for line in text.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [_, name, ascii, other, ..] = cells[..] else {
            continue;
        };
        let Some(country) = iso.iter().position(|(_, iso2)| *iso2 == cells[8]) else {
            continue;
        };
        let population: u64 = cells[14].parse()?;
        if cells[7] == "PPLX" {
            continue; // a section of a city
        }
        let place = (population, country as u64);
        for form in BTreeSet::from([name, ascii]) {
            names.entry(form.to_owned()).or_default().push(place);
        }
        if population >= 80_000 || cells[7] == "PPLC" {
            for form in other.split(',').filter(|form| is_plain_name(form)) {
                if form != name && form != ascii {
                    variants.entry(form.to_owned()).or_default().push(place);
                }
            }
        }
    }
    let mut packed = BTreeMap::new();
    for (name, places) in &names {
        packed.insert(name.clone(), pack(name, places, clashes));
    }
    for (name, places) in &variants {
        let taken = clashes.countries.contains(name)
            || clashes.words.contains(&name.to_lowercase())
            || clashes.people.contains(name);
        // An old spelling of a large city ("Odessa") is meant more often than a small namesake.
        let namesake = names.get(name).and_then(|places| places.iter().max());
        let largest = places.iter().max().map_or(0, |place| place.0);
        match namesake {
            Some(&(population, _)) if population * 5 > largest => {}
            Some(_) if !taken => {
                packed.insert(
                    name.clone(),
                    pack(name, places, clashes) | VARIANT | AMBIGUOUS,
                );
            }
            None if !taken => {
                packed.insert(name.clone(), pack(name, places, clashes) | VARIANT);
            }
            _ => {}
        }
    }
    Ok(packed)
}

/// One number for the places of a name: the largest wins.
fn pack(name: &str, places: &[(u64, u64)], clashes: &Clashes) -> u64 {
    let Some(&(population, country)) = places.iter().max() else {
        return 0;
    };
    let mut value = population.min((1 << COUNTRY_SHIFT) - 1) | (country << COUNTRY_SHIFT);
    // A namesake a fifth as large, or any in another country of a tenth the size, makes a name doubtful.
    let rivals = places
        .iter()
        .filter(|&&(size, place)| size * if place == country { 5 } else { 10 } >= population)
        .count();
    if rivals > 1 {
        value |= AMBIGUOUS;
    }
    if clashes.words.contains(&name.to_lowercase()) {
        value |= WORD;
    }
    if clashes.people.contains(name) {
        value |= PERSON;
    }
    value
}

/// An ASCII name of one to three capitalised words, neither a code nor an abbreviation.
fn is_plain_name(form: &str) -> bool {
    form.len() >= 4
        && form.split([' ', '-']).count() <= 3
        && form
            .split([' ', '-'])
            .all(|word| word.starts_with(|first: char| first.is_ascii_uppercase()))
        && form
            .chars()
            .all(|char| char.is_ascii_alphabetic() || matches!(char, ' ' | '-' | '\''))
        && form.chars().any(|char| char.is_ascii_lowercase())
}
