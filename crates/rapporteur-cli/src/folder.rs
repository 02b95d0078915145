//! The text files of a user's folder.

use std::{fs, path::Path};

use anyhow::{Context, Result, bail};

/// Every file below `root` whose name ends in one of `endings`: its path from the root with `/`, and its text, in the
/// order of the paths. A root that is a file is itself.
pub fn texts(root: &Path, endings: &[&str]) -> Result<Vec<(String, String)>> {
    let read = |path: &Path| {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        String::from_utf8(bytes)
            .with_context(|| format!("{} is not UTF-8: save it as UTF-8", path.display()))
    };
    if !root.exists() {
        bail!(
            "{}: there is no such file or folder. Check the spelling",
            root.display()
        );
    }
    if root.is_file() {
        let name = root.file_name().unwrap_or_default().to_string_lossy();
        return Ok(vec![(name.into_owned(), read(root)?)]);
    }
    let mut found = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
        for entry in entries {
            let entry = entry?;
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.starts_with('.') {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let inner = path.strip_prefix(root).unwrap_or(&path);
                let parts: Vec<_> = inner.iter().map(|part| part.to_string_lossy()).collect();
                found.push((parts.join("/"), read(&path)?));
            }
        }
    }
    found.sort();
    Ok(found)
}
