//! Folding of names: lower case, Latin letters without their marks, apostrophes dropped.

/// `Luiz Inácio Lula da Silva` as `luiz inacio lula da silva`, `Sana'a` as `sanaa`, `Al-Sisi` as `al sisi`.
pub fn fold_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for char in name.chars().flat_map(char::to_lowercase) {
        match char {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ạ' | 'ả' | 'ấ' | 'ầ' | 'ậ'
            | 'ắ' | 'ằ' | 'ặ' => out.push('a'),
            'æ' => out.push_str("ae"),
            'ç' | 'ć' | 'č' | 'ĉ' | 'ċ' => out.push('c'),
            'ď' | 'đ' | 'ð' => out.push('d'),
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' | 'ẹ' | 'ế' | 'ề' | 'ệ' | 'ə' => {
                out.push('e')
            }
            'ğ' | 'ĝ' | 'ġ' | 'ģ' => out.push('g'),
            'ĥ' | 'ħ' | 'ḥ' => out.push('h'),
            'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'į' | 'ı' | 'ị' => out.push('i'),
            'ķ' => out.push('k'),
            'ĺ' | 'ļ' | 'ľ' | 'ł' => out.push('l'),
            'ñ' | 'ń' | 'ņ' | 'ň' => out.push('n'),
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ő' | 'ọ' | 'ố' | 'ồ' | 'ộ' | 'ơ' => {
                out.push('o')
            }
            'œ' => out.push_str("oe"),
            'ŕ' | 'ř' | 'ŗ' => out.push('r'),
            'ś' | 'ş' | 'š' | 'ș' | 'ṣ' => out.push('s'),
            'ß' => out.push_str("ss"),
            'ţ' | 'ť' | 'ț' | 'ṭ' => out.push('t'),
            'þ' => out.push_str("th"),
            'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' | 'ư' | 'ụ' => {
                out.push('u')
            }
            'ŵ' => out.push('w'),
            'ý' | 'ÿ' | 'ŷ' => out.push('y'),
            'ź' | 'ż' | 'ž' => out.push('z'),
            '-' => out.push(' '),
            // Combining marks, apostrophes, the Turkish dot that lower-casing leaves behind.
            '\u{300}'..='\u{36f}' | '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '.' => {}
            other => out.push(other),
        }
    }
    out
}
