use super::*;

fn known() -> Gazetteer {
    let (rules, problems) = crate::built_in("en/places/");
    assert_eq!(problems, []);
    let (gazetteer, problems) = Gazetteer::compile(&rules);
    assert_eq!(problems, []);
    gazetteer
}

#[test]
fn countries_by_any_name() {
    let known = known();
    for (name, code) in [
        ("United Kingdom", "GBR"),
        ("the UK", "GBR"),
        ("Britain", "GBR"),
        ("U.S.", "USA"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("NEW ZEALAND", "NZL"),
        ("DRC", "COD"),
        ("Congo", "COG"),
        ("Kosovo", "XKX"),
        ("Palestine", "PSE"),
        ("Taiwan", "TWN"),
        ("Holy See", "VAT"),
        ("Russian Federation", "RUS"),
    ] {
        assert_eq!(
            known.country(name).map(|country| country.iso3.as_str()),
            Some(code),
            "{name}"
        );
    }
    assert!(known.country("us").is_none());
    assert!(known.country("turkey").is_none());
    assert!(
        known
            .countries
            .iter()
            .filter(|country| country.member)
            .count()
            >= 192
    );
    assert_eq!(known.country("Abkhazia").and_then(Country::iso), None);
    assert_eq!(
        known.by_code("FR").map(|country| country.name.as_str()),
        Some("France")
    );
}

#[test]
fn capitals_stand_for_countries() {
    let known = known();
    for (name, code) in [
        ("Kyiv", "UKR"),
        ("Kiev", "UKR"),
        ("Washington", "USA"),
        ("Brussels", "BEL"),
        ("Pristina", "XKX"),
        ("TEHRAN", "IRN"),
        ("Naypyidaw", "MMR"),
    ] {
        assert_eq!(
            known.capital_of(name).map(|country| country.iso3.as_str()),
            Some(code),
            "{name}"
        );
    }
}

#[test]
fn demonyms_tell_adjective_from_noun() {
    let known = known();
    let forms = |word: &str| {
        let demonym = known.demonym(word)?;
        Some((
            demonym.country.iso3.as_str(),
            demonym.adjective,
            demonym.singular,
            demonym.plural,
            demonym.people,
        ))
    };
    assert_eq!(forms("Iranian"), Some(("IRN", true, true, false, false)));
    assert_eq!(forms("Iranians"), Some(("IRN", false, false, true, false)));
    assert_eq!(forms("Dutch"), Some(("NLD", true, false, false, true)));
    assert_eq!(forms("Briton"), Some(("GBR", false, true, false, false)));
    assert_eq!(forms("Frenchmen"), Some(("FRA", false, false, true, false)));
    assert_eq!(forms("Chinese"), Some(("CHN", true, false, false, true)));
    assert_eq!(forms("Congolese"), Some(("COD", true, false, false, true)));
    assert_eq!(forms("American"), Some(("USA", true, true, false, false)));
    assert_eq!(forms("polish"), None);
}

#[test]
fn cities_keep_the_largest_and_say_when_in_doubt() {
    let known = known();
    let odesa = known.city("Odesa").expect("a port of a million");
    assert_eq!(odesa.country.iso3, "UKR");
    assert!(odesa.population > 500_000 && !odesa.ambiguous);
    assert!(known.city("Nice").is_some_and(|city| city.word));
    assert!(known.city("Lincoln").is_some_and(|city| city.person));
    assert_eq!(
        known.city("Geneva").map(|city| city.country.iso3.as_str()),
        Some("CHE")
    );
    assert!(known.city("nice").is_none());
}

#[test]
fn regions_lie_in_countries() {
    let known = known();
    assert_eq!(
        known.region("Crimea").map(|country| country.iso3.as_str()),
        Some("UKR")
    );
    assert_eq!(
        known
            .region("Queensland")
            .map(|country| country.iso3.as_str()),
        Some("AUS")
    );
}

#[test]
fn leaders_by_surname_and_date() {
    let known = known();
    let offices = known.leader("Thatcher", Some("1985"));
    assert!(offices.iter().any(|leader| leader.country == "GBR"));
    assert!(known.leader("Thatcher", Some("2015")).is_empty());
    assert!(
        known
            .leader("Edi Rama", Some("2020-01-01"))
            .iter()
            .any(|leader| leader.country == "ALB")
    );
    assert!(
        known
            .leader("Xi", Some("2020"))
            .iter()
            .any(|leader| leader.country == "CHN")
    );
    assert!(known.leader("", None).is_empty());
}

#[test]
fn the_longest_name_wins() {
    let known = known();
    let words = ["Papua", "New", "Guinea", "said"];
    let (count, place) = known.longest_place(&words).expect("a country");
    assert_eq!((count, place.country().iso3.as_str()), (3, "PNG"));
    assert!(known.longest_place(&[]).is_none());
}

#[test]
fn loading_is_quick() {
    // The goal is 30 ms in a release build; this generous bound only catches a table that is copied by mistake.
    let start = std::time::Instant::now();
    let known = Gazetteer::embedded();
    let took = start.elapsed();
    assert!(took.as_millis() < 500, "{took:?}");
    assert_eq!(
        known.city("Odessa").map(|city| city.country.iso3.as_str()),
        Some("UKR")
    );
}
