//! Small components put in where they are called: a call costs the template engine more than what most of them write.
//!
//! Only built-in templates and components are touched. Whatever a user's own templates define stays a call, so that it takes the
//! built-in component's place wherever that is used.

use std::collections::BTreeMap;

/// Components that can be put in, by name.
pub(super) type Components<'t> = BTreeMap<&'t str, Component<'t>>;

/// A component on a single line, without loops, variables and calls of its own.
pub(super) struct Component<'t> {
    parameters: Vec<&'t str>,
    body: &'t str,
}

/// The components in templates that can be put in.
pub(super) fn components<'t>(templates: impl IntoIterator<Item = &'t str>) -> Components<'t> {
    let plain = |body: &str| !["\n", "{#", "{% for", "{% set", "{{ <", "{% <"].iter().any(|part| body.contains(part));
    let found = templates.into_iter().flat_map(definitions).filter(|(_, component)| plain(component.body));
    found.collect()
}

/// The components that are defined in a template without white space at their ends.
fn definitions(template: &str) -> impl Iterator<Item = (&str, Component<'_>)> {
    template.split("{% component ").skip(1).filter_map(|rest| {
        let (head, rest) = rest.split_once(" -%}")?;
        let (name, parameters) = head.strip_suffix(')')?.split_once('(')?;
        let (body, _) = rest.split_once("{%- endcomponent")?;
        Some((name, Component { parameters: parameters.split(", ").collect(), body: body.trim() }))
    })
}

/// Whether a template defines a component, in whatever form.
pub(super) fn defines(template: &str, component: &str) -> bool {
    let mut heads = template.split("component ").skip(1).filter_map(|rest| rest.split_once('('));
    heads.any(|(name, _)| name.trim() == component)
}

/// A template with components put in where they are called with plain values: `{{ <mark m={lead.class} /> }}`.
pub(super) fn expand(template: &str, components: &Components<'_>) -> String {
    let mut text = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some(at) = rest.find("{{ <") {
        let (before, call) = rest.split_at(at);
        text.push_str(before);
        let (call, after) = call.split_at(call.find(" /> }}").map_or(call.len(), |end| end + " /> }}".len()));
        match put_in(call, components) {
            Some(body) => text.push_str(&body),
            None => text.push_str(call),
        }
        rest = after;
    }
    text + rest
}

/// What stands in a call's place; none where it has to remain one.
fn put_in(call: &str, components: &Components<'_>) -> Option<String> {
    let (name, arguments) = call.strip_prefix("{{ <")?.strip_suffix(" /> }}")?.split_once(' ')?;
    let component = components.get(name)?;
    let argument = |argument| {
        let (name, value) = str::split_once(argument, "={")?;
        let value = value.strip_suffix('}')?;
        let plain = value.starts_with(char::is_alphabetic) && value.chars().all(|letter| is_word(letter) || letter == '.');
        plain.then_some((name, value))
    };
    let arguments: BTreeMap<&str, &str> = arguments.split(' ').map(argument).collect::<Option<_>>()?;
    let all = component.parameters.iter().all(|parameter| arguments.contains_key(parameter));
    all.then(|| with_arguments(component.body, &arguments))
}

/// A component's body with the arguments in place of the parameters, which stand in tags alone.
fn with_arguments(body: &str, arguments: &BTreeMap<&str, &str>) -> String {
    let mut text = String::with_capacity(body.len() * 2);
    let mut rest = body;
    while let Some(start) = rest.find("{{").into_iter().chain(rest.find("{%")).min() {
        text.push_str(&rest[..start]);
        let end = ["}}", "%}"].into_iter().filter_map(|end| rest[start..].find(end)).min().map_or(rest.len(), |end| start + end);
        let mut quoted = false;
        for piece in rest[start..end].split_inclusive(|letter| !is_word(letter)) {
            let word = piece.trim_end_matches(|letter| !is_word(letter));
            // behind a dot stands the name of a field
            let value = arguments.get(word).filter(|_| !quoted && !text.ends_with('.'));
            text.push_str(value.unwrap_or(&word));
            text.push_str(&piece[word.len()..]);
            quoted ^= piece.ends_with('"');
        }
        rest = &rest[end..];
    }
    text + rest
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMPONENTS: &str = "{# Small pieces. #}\n\
        {% component mark(m) -%}\n<b class=\"m {{ m.tone }}\">m {{ m.m }}</b>\n{%- endcomponent mark %}\n\
        {% component pair(a, b) -%}\n{% if not a or b.on == \"a\" %}{{ a }}{% endif %}{{ b.a }}\n{%- endcomponent pair %}\n\
        {% component many(items) -%}\n{% for item in items %}{{ item }}{% endfor %}\n{%- endcomponent many %}\n\
        {% component wide(w) %}\n<p>{{ w }}</p>\n{% endcomponent wide %}\n\
        {% component outer(o) -%}\n<i>{{ <mark m={o.m} /> }}</i>\n{%- endcomponent outer %}\n";

    #[test]
    fn small_components_stand_where_they_are_called() {
        let components = components([COMPONENTS]);
        for (template, expected) in [
            ("<p>{{ <mark m={lead.class} /> }}.</p>", "<p><b class=\"m {{ lead.class.tone }}\">m {{ lead.class.m }}</b>.</p>"),
            (
                "{{ <pair a={b} b={x.y} /> }}{{ <mark m={a} /> }}",
                "{% if not b or x.y.on == \"a\" %}{{ b }}{% endif %}{{ x.y.a }}<b class=\"m {{ a.tone }}\">m {{ a.m }}</b>",
            ),
            ("{{ a }} {{- <mark m={a} /> }}", "{{ a }} {{- <mark m={a} /> }}"),
            ("{{ <mark m={a | upper} /> }}", "{{ <mark m={a | upper} /> }}"),
            ("{{ <pair a={b} /> }}", "{{ <pair a={b} /> }}"),
            ("{{ <many items={b} /> }}{{ <wide w={b} /> }}", "{{ <many items={b} /> }}{{ <wide w={b} /> }}"),
            ("{{ <outer o={b} /> }}{{ <none m={b} /> }}", "{{ <outer o={b} /> }}{{ <none m={b} /> }}"),
        ] {
            assert_eq!(expand(template, &components), expected, "{template}");
        }
        assert!(expand(COMPONENTS, &components).contains("<i><b class=\"m {{ o.m.tone }}\">m {{ o.m.m }}</b></i>"));
    }

    #[test]
    fn a_definition_is_found_in_whatever_form() {
        for template in ["{% component mark(m) %}", "{%- component  mark (m, n=1) -%}"] {
            assert!(defines(template, "mark"), "{template}");
        }
        assert!(!defines("{% component marks(m) %}{{ <mark m={m} /> }}{% endcomponent marks %}", "mark"));
    }
}
