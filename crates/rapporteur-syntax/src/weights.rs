//! The file of weights: safetensors, matrices and table as int8 with one scale a row.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

use safetensors::tensor::{Dtype, SafeTensors, TensorView};

use crate::boundaries::Boundaries;
use crate::features;
use crate::gazetteer::Gazetteer;
use crate::lemmas::Lemmas;
use crate::model::ModelError;
use crate::second::{Linear, Second};
use crate::shape::{Layout, NAMES, RELS, Shape, TAGS};

/// What a file of weights holds.
#[derive(Debug, Clone)]
pub(crate) struct Weights {
    pub shape: Shape,
    pub layout: Layout,
    /// Table of features, `embedding` signed bytes a row, and the scale of each row.
    pub table: Cow<'static, [u8]>,
    pub table_scales: Vec<f32>,
    /// Dense matrices, each transposed: one row an output. Empty for vectors.
    pub matrices: HashMap<String, Quantised>,
    /// Vectors (biases, state weights, roots) as they are, and zeros where matrices lie.
    pub vectors: Vec<f32>,
    pub tables: Tables,
}

/// What the model looks up rather than computes.
#[derive(Debug, Clone, Default)]
pub struct Tables {
    /// Lemmas.
    pub lemmas: Lemmas,
    /// Ends of sentences.
    pub boundaries: Boundaries,
    /// Lists of names.
    pub gazetteer: Gazetteer,
    /// The second look.
    pub second: Option<Second>,
}

type Part = (String, Dtype, Vec<usize>, Vec<u8>);

impl Tables {
    fn parts(&self) -> Vec<Part> {
        let mut parts: Vec<Part> = [
            ("lemmas", Dtype::U8, self.lemmas.to_text().into_bytes()),
            ("boundaries", Dtype::I8, self.boundaries.to_bytes()),
            ("lists", Dtype::U8, self.gazetteer.to_bytes()),
        ]
        .map(|(name, kind, data)| (name.to_owned(), kind, vec![data.len()], data))
        .into();
        if let Some(second) = &self.second {
            let Second { xpos, upos, rels } = second;
            for (name, part) in [("xpos", xpos), ("upos", upos), ("rels", rels)] {
                parts.push((
                    format!("second.{name}"),
                    Dtype::I8,
                    vec![part.values.len()],
                    bytes(&part.values),
                ));
                parts.push((
                    format!("second.{name}.scale"),
                    Dtype::F32,
                    vec![1],
                    floats(&[part.scale]),
                ));
            }
        }
        parts
    }
}

/// A matrix as int8, one row and scale an output.
#[derive(Debug, Clone, Default)]
pub(crate) struct Quantised {
    pub inputs: usize,
    pub values: Vec<i8>,
    pub scales: Vec<f32>,
}

impl Quantised {
    /// The weights of each output, from an input on.
    pub fn rows(&self, first: usize) -> Vec<&[i8]> {
        let rows = self.values.chunks_exact(self.inputs.max(1));
        rows.map(|row| &row[first..]).collect()
    }
}

/// One row as int8 in [-127, 127] and its scale.
pub(crate) fn quantise_row(row: impl Iterator<Item = f32> + Clone, out: &mut Vec<i8>) -> f32 {
    let most = row.clone().fold(0.0f32, |a, b| a.max(b.abs()));
    let scale = most / 127.0;
    let inverse = if most > 0.0 { 127.0 / most } else { 0.0 };
    out.extend(row.map(|x| (x * inverse).round_ties_even() as i8));
    scale
}

fn floats(values: &[f32]) -> Vec<u8> {
    values.iter().flat_map(|x| x.to_le_bytes()).collect()
}

fn bytes(values: &[i8]) -> Vec<u8> {
    values.iter().map(|&x| x as u8).collect()
}

/// Writes a network in training, with its lemmas and sentence boundaries, as a file of weights.
pub(crate) fn write(shape: &Shape, table: &[f32], dense: &[f32], tables: &Tables) -> Vec<u8> {
    let layout = Layout::new(shape);
    let mut parts: Vec<Part> = Vec::new();
    let mut values = Vec::new();
    let rows = table.chunks_exact(shape.embedding);
    let scales: Vec<f32> = rows
        .map(|row| quantise_row(row.iter().copied(), &mut values))
        .collect();
    parts.push((
        "table".into(),
        Dtype::I8,
        vec![features::ROWS, shape.embedding],
        bytes(&values),
    ));
    parts.push((
        "table.scale".into(),
        Dtype::F32,
        vec![scales.len()],
        floats(&scales),
    ));
    for matrix in layout.matrices() {
        let data = &dense[matrix.range()];
        if !matrix.name.ends_with("weight") {
            parts.push((
                matrix.name.clone(),
                Dtype::F32,
                vec![data.len()],
                floats(data),
            ));
            continue;
        }
        let mut values = Vec::new();
        let scales: Vec<f32> = (0..matrix.columns)
            .map(|c| {
                quantise_row(
                    data[c..].iter().step_by(matrix.columns).copied(),
                    &mut values,
                )
            })
            .collect();
        let name = &matrix.name;
        parts.push((
            name.clone(),
            Dtype::I8,
            vec![matrix.columns, matrix.rows],
            bytes(&values),
        ));
        parts.push((
            format!("{name}.scale"),
            Dtype::F32,
            vec![scales.len()],
            floats(&scales),
        ));
    }
    parts.extend(tables.parts());
    let metadata = HashMap::from([
        ("format".to_owned(), "rapporteur-syntax 1".to_owned()),
        (
            "shape".to_owned(),
            format!(
                "{} {} {} {} {}",
                shape.embedding, shape.width, shape.layers, shape.arc, shape.label
            ),
        ),
        ("labels".to_owned(), format!("{TAGS} {NAMES} {RELS}")),
    ]);
    let views = parts.iter().filter_map(|(name, kind, shape, data)| {
        Some((
            name.as_str(),
            TensorView::new(*kind, shape.clone(), data).ok()?,
        ))
    });
    let data = safetensors::serialize(views, Some(metadata.clone()));
    data.map(|data| in_order(data, &metadata))
        .unwrap_or_default()
}

/// The same file with its metadata in order: as they were serialised, they stand in an order of chance.
fn in_order(mut data: Vec<u8>, metadata: &HashMap<String, String>) -> Vec<u8> {
    let sorted: BTreeMap<_, _> = metadata.iter().collect();
    let key = br#""__metadata__":"#;
    let sorted = serde_json::to_vec(&sorted).unwrap_or_default();
    let place = data.windows(key.len()).position(|bytes| bytes == key);
    let found = place.and_then(|place| data.get_mut(place + key.len()..)?.get_mut(..sorted.len()));
    // Another order has the same length.
    if let Some(found) = found.filter(|found| found.ends_with(b"}")) {
        found.copy_from_slice(&sorted);
    }
    data
}

/// The same file with other tables.
pub(crate) fn refit(data: &[u8], tables: &Tables) -> Result<Vec<u8>, ModelError> {
    read(data)?;
    let error = |error: safetensors::SafeTensorError| ModelError(error.to_string());
    let (_, metadata) = SafeTensors::read_metadata(data).map_err(error)?;
    let tensors = SafeTensors::deserialize(data).map_err(error)?;
    let parts = tables.parts();
    let mut views = tensors.tensors();
    views.retain(|(name, _)| {
        !name.starts_with("second.") && parts.iter().all(|(other, ..)| other != name)
    });
    for (name, kind, shape, data) in &parts {
        let view = TensorView::new(*kind, shape.clone(), data).map_err(error)?;
        views.push((name.clone(), view));
    }
    let metadata = metadata.metadata().clone().unwrap_or_default();
    let data = safetensors::serialize(views, Some(metadata.clone())).map_err(error)?;
    Ok(in_order(data, &metadata))
}

/// Reads a file of weights.
pub(crate) fn read(data: &[u8]) -> Result<Weights, ModelError> {
    read_with(data, |table| Cow::Owned(table.to_vec()))
}

/// Reads a file of weights that is part of the program: its table, by far the largest part, stays where it is.
pub(crate) fn read_static(data: &'static [u8]) -> Result<Weights, ModelError> {
    read_with(data, Cow::Borrowed)
}

fn read_with<'a>(
    data: &'a [u8],
    keep: impl FnOnce(&'a [u8]) -> Cow<'static, [u8]>,
) -> Result<Weights, ModelError> {
    let bad = |what: &str| ModelError(what.to_owned());
    let (_, metadata) =
        SafeTensors::read_metadata(data).map_err(|error| ModelError(error.to_string()))?;
    let metadata = metadata.metadata().clone().unwrap_or_default();
    if metadata.get("format").map(String::as_str) != Some("rapporteur-syntax 1") {
        return Err(bad(
            "not a model of this program (format rapporteur-syntax 1)",
        ));
    }
    if metadata.get("labels").map(String::as_str) != Some(format!("{TAGS} {NAMES} {RELS}").as_str())
    {
        return Err(bad("the model was trained with other labels"));
    }
    let sizes: Vec<usize> = metadata
        .get("shape")
        .map(|text| text.split(' ').filter_map(|n| n.parse().ok()).collect())
        .unwrap_or_default();
    let &[embedding, width, layers, arc, label] = sizes.as_slice() else {
        return Err(bad("the model does not tell its shape"));
    };
    let small = |n: usize| (1..=2048).contains(&n);
    if !(small(embedding)
        && small(width)
        && small(arc)
        && small(label)
        && (2..=16).contains(&layers)
        && width % 32 == 0
        && arc % 16 == 0
        && label % 16 == 0)
    {
        return Err(bad("the model's shape makes no sense"));
    }
    let shape = Shape {
        embedding,
        width,
        layers,
        arc,
        label,
    };
    let layout = Layout::new(&shape);
    let tensors = SafeTensors::deserialize(data).map_err(|error| ModelError(error.to_string()))?;
    let get = |name: &str, kind: Dtype, length: Option<usize>| {
        let tensor = tensors
            .tensor(name)
            .map_err(|_| ModelError(format!("the model lacks «{name}»")))?;
        let count: usize = tensor.shape().iter().product();
        if tensor.dtype() == kind && length.is_none_or(|length| length == count) {
            Ok(tensor.data())
        } else {
            Err(ModelError(format!(
                "«{name}» in the model has a wrong size"
            )))
        }
    };
    let floats = |name: &str, length: usize| {
        let data = get(name, Dtype::F32, Some(length))?;
        let numbers = data
            .chunks_exact(4)
            .map(|b| f32::from_le_bytes([b[0], b[1], b[2], b[3]]));
        let numbers: Vec<f32> = numbers.collect();
        if numbers.iter().all(|x| x.is_finite()) {
            Ok(numbers)
        } else {
            Err(ModelError(format!("«{name}» holds no numbers")))
        }
    };
    let ints = |name: &str, length: usize| {
        let data = get(name, Dtype::I8, Some(length))?;
        // -128 would overflow the products; nothing that was written here has it.
        Ok::<Vec<i8>, ModelError>(data.iter().map(|&b| (b as i8).max(-127)).collect())
    };
    let mut matrices = HashMap::new();
    let mut vectors = vec![0.0; layout.length];
    for matrix in layout.matrices() {
        let name = &matrix.name;
        if name.ends_with("weight") {
            let quantised = Quantised {
                inputs: matrix.rows,
                values: ints(name, matrix.rows * matrix.columns)?,
                scales: floats(&format!("{name}.scale"), matrix.columns)?,
            };
            matrices.insert(name.clone(), quantised);
        } else {
            vectors[matrix.range()].copy_from_slice(&floats(name, matrix.rows * matrix.columns)?);
        }
    }
    let lemmas = get("lemmas", Dtype::U8, None)?;
    let linear = |name: &str| {
        let values = ints(&format!("second.{name}"), crate::second::SIZE).ok()?;
        let scale = floats(&format!("second.{name}.scale"), 1).ok()?[0];
        Some(Linear { values, scale })
    };
    let second = || {
        Some(Second {
            xpos: linear("xpos")?,
            upos: linear("upos")?,
            rels: linear("rels")?,
        })
    };
    Ok(Weights {
        table: keep(get("table", Dtype::I8, Some(features::ROWS * embedding))?),
        table_scales: floats("table.scale", features::ROWS)?,
        tables: Tables {
            lemmas: Lemmas::from_text(&String::from_utf8_lossy(lemmas)),
            boundaries: Boundaries::from_bytes(get("boundaries", Dtype::I8, None)?),
            gazetteer: Gazetteer::from_bytes(get("lists", Dtype::U8, None).unwrap_or_default()),
            second: second(),
        },
        shape,
        layout,
        matrices,
        vectors,
    })
}
