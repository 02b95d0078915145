//! Many reports at once: in order, whatever the number of threads, and never all of them in memory.

use rapporteur_model::Document;
use rayon::prelude::*;

/// How many reports each thread holds at a time.
const EACH: usize = 8;

/// Applies `read` to every document on `threads` threads (0: one a core) and hands what comes of it to `give`, in the
/// order of the documents. At most a bounded number of documents is held at a time, so a stream of any length will do.
/// Ends at the first error of `give`, and returns it.
pub fn read_all<T: Send, E>(
    documents: impl Iterator<Item = Document>,
    threads: usize,
    read: impl Fn(Document) -> T + Sync,
    mut give: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    // Without a pool (a machine that grants no threads) one thread must do; what comes out is the same.
    let pool = match threads {
        1 => None,
        _ => rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .ok(),
    };
    let Some(pool) = pool else {
        for document in documents {
            give(read(document))?;
        }
        return Ok(());
    };
    let chunk = pool.current_num_threads() * EACH;
    let mut documents = documents.peekable();
    while documents.peek().is_some() {
        let some: Vec<Document> = documents.by_ref().take(chunk).collect();
        let read: Vec<T> = pool.install(|| some.into_par_iter().map(&read).collect());
        for one in read {
            give(one)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_that_of_the_documents() {
        for threads in [1, 2, 8] {
            let documents = (0..100).map(|n| Document::from_text(n.to_string()));
            let mut seen = Vec::new();
            let given: Result<(), ()> = read_all(
                documents,
                threads,
                |document| document.text,
                |text| {
                    seen.push(text);
                    Ok(())
                },
            );
            assert!(given.is_ok());
            let expected: Vec<String> = (0..100).map(|n| n.to_string()).collect();
            assert_eq!(seen, expected);
        }
    }
}
