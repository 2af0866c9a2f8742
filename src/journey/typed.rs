//! From nodes of the tree to the typed model, by serde. Nodes that the check found unfit count
//! as absent, so filling never fails. Knows the model only through serde.

use std::collections::HashSet;
use std::fmt::{self, Display};

use serde::de::value::{BorrowedStrDeserializer, StrDeserializer};
use serde::de::{
    self, Deserialize, DeserializeSeed, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use crate::ron_text::{Children, Node, NodeId, NodeKind};

/// Nodes whose value does not fit the field table.
pub type Unfit = HashSet<NodeId>;

/// Fills a value of the model from a node. `None` only where the node's own value is unfit.
pub(super) fn typed<'de, T: Deserialize<'de>>(node: Node<'de>, unfit: &Unfit) -> Option<T> {
    let node = node.inner()?;
    T::deserialize(Reader { node, unfit }).ok()
}

/// A node could not fill its place. The check has already said so in words, so it carries none, and
/// serde makes none.
#[derive(Debug)]
pub(super) struct Mismatch;

impl Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that does not fit the model")
    }
}

impl std::error::Error for Mismatch {}

impl de::Error for Mismatch {
    fn custom<T: Display>(_: T) -> Mismatch {
        Mismatch
    }
}

#[derive(Clone, Copy)]
struct Reader<'de, 'u> {
    node: Node<'de>,
    unfit: &'u Unfit,
}

impl<'de, 'u> Reader<'de, 'u> {
    /// A child, or `None` where it does not count.
    fn child(self, child: Node<'de>) -> Option<Reader<'de, 'u>> {
        let node = child
            .inner()
            .filter(|_| !self.unfit.contains(&child.id()))?;
        Some(Reader {
            node,
            unfit: self.unfit,
        })
    }
}

impl<'de> de::Deserializer<'de> for Reader<'de, '_> {
    type Error = Mismatch;

    /// What the model has none of: each kind of value it has is read by its own function, so that
    /// serde's visitor of a record is not built once more for lists and texts.
    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        match self.node.kind() {
            NodeKind::Struct => visitor.visit_map(Fields {
                of: self,
                rest: self.node.children(),
                next: None,
            }),
            _ => Err(Mismatch),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        match self.node.kind() {
            NodeKind::List => visitor.visit_seq(Items {
                of: self,
                rest: self.node.children(),
            }),
            _ => Err(Mismatch),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_bool(self.node.boolean().ok_or(Mismatch)?)
    }

    fn deserialize_i64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_i64(self.node.integer().ok_or(Mismatch)?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_u8<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        self.deserialize_i64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_f64(self.node.number().ok_or(Mismatch)?)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_string(self.node.text().ok_or(Mismatch)?.into_owned())
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_some(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        visitor.visit_enum(self)
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 u16 u64 f32 char str bytes byte_buf unit
        unit_struct newtype_struct tuple tuple_struct map identifier
    }

    /// Whatever stands in a field that the model does not know: maps, tuples, variants too.
    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Mismatch> {
        visitor.visit_unit()
    }
}

impl<'de, 'u> EnumAccess<'de> for Reader<'de, 'u> {
    type Error = Mismatch;
    type Variant = Reader<'de, 'u>;

    fn variant_seed<V: DeserializeSeed<'de>>(
        self,
        seed: V,
    ) -> Result<(V::Value, Reader<'de, 'u>), Mismatch> {
        let name = self.node.name().unwrap_or_default();
        let name: StrDeserializer<'_, Mismatch> = name.into_deserializer();
        Ok((seed.deserialize(name)?, self))
    }
}

impl<'de> VariantAccess<'de> for Reader<'de, '_> {
    type Error = Mismatch;

    fn unit_variant(self) -> Result<(), Mismatch> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, _: T) -> Result<T::Value, Mismatch> {
        Err(Mismatch)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, _: V) -> Result<V::Value, Mismatch> {
        Err(Mismatch)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Mismatch> {
        de::Deserializer::deserialize_struct(self, "", fields, visitor)
    }
}

/// The fields of a struct that count: fit, not `None`, the last of duplicates.
struct Fields<'de, 'u> {
    of: Reader<'de, 'u>,
    rest: Children<'de>,
    next: Option<Reader<'de, 'u>>,
}

impl<'de> MapAccess<'de> for Fields<'de, '_> {
    type Error = Mismatch;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Mismatch> {
        for child in self.rest.by_ref() {
            let (Some(key), Some(value)) = (child.key(), self.of.child(child)) else {
                continue;
            };
            self.next = Some(value);
            return seed
                .deserialize(BorrowedStrDeserializer::new(key))
                .map(Some);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Mismatch> {
        let value = self.next.take();
        seed.deserialize(value.ok_or(Mismatch)?)
    }
}

/// The items of a list that count.
struct Items<'de, 'u> {
    of: Reader<'de, 'u>,
    rest: Children<'de>,
}

impl<'de> SeqAccess<'de> for Items<'de, '_> {
    type Error = Mismatch;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, Mismatch> {
        let item = self.rest.by_ref().find_map(|child| self.of.child(child));
        item.map(|item| seed.deserialize(item)).transpose()
    }
}

#[cfg(test)]
mod tests {
    use crate::journey::check::Neighbour;
    use crate::journey::{Context, read};

    #[test]
    fn of_fields_that_stand_there_twice_the_last_counts() {
        let context = Context {
            neighbour: Neighbour::None,
            today: jiff::civil::date(2026, 11, 22),
        };
        let text = "(title: \"a\", title: \"b\", stages: [(id: \"c\", goal: 1, goal: \"d\", goal: \"e\")])";
        let journey = read(text.to_owned(), &context).journey;
        assert_eq!(journey.title, "b");
        assert_eq!(journey.stages[0].goal.as_deref(), Some("e"));
    }
}
