//! Splits the arguments into specs and recordings, and assigns responses to specs.

use std::path::{Path, PathBuf};

use crate::files::{self, STDIN};
use crate::messages::Message;
use crate::messages::observe as messages;

/// `HOST=SPEC`
#[derive(Clone, Debug)]
pub(super) struct HostMap {
    host: String,
    spec: PathBuf,
}

impl HostMap {
    pub(super) fn parse(text: &str) -> Result<Self, &'static str> {
        let parts = text.split_once('=');
        let parts = parts.filter(|(host, spec)| !host.trim().is_empty() && !spec.is_empty());
        let (host, spec) = parts.ok_or(messages::INVALID_MAP)?;
        Ok(HostMap {
            host: host.trim().to_ascii_lowercase(),
            spec: spec.into(),
        })
    }

    /// Returns whether the map applies to the host of a request. A map without a port applies to all ports.
    fn covers(&self, host: &str) -> bool {
        let name = host.rsplit_once(':').map_or(host, |(name, _)| name);
        [host, name].into_iter().any(|host| {
            let below = self
                .host
                .strip_prefix('*')
                .filter(|rest| rest.starts_with('.'));
            below.map_or(host == self.host, |rest| host.ends_with(rest))
        })
    }
}

/// The paths on the command line.
#[derive(Debug)]
pub(super) struct InputPaths<'a> {
    pub(super) specs: Vec<&'a Path>,
    pub(super) recordings: Vec<&'a Path>,
    maps: Vec<(&'a HostMap, usize)>,
    /// The spec for responses of other hosts.
    default: Option<usize>,
}

impl<'a> InputPaths<'a> {
    pub(super) fn new(paths: &'a [PathBuf], maps: &'a [HostMap]) -> Result<Self, Message> {
        let is_spec = |path: &&PathBuf| {
            let extension = path.extension().unwrap_or_default();
            extension == "yaml" || extension == "yml"
        };
        let (given, recordings): (Vec<_>, Vec<_>) = paths.iter().partition(is_spec);
        let mut specs: Vec<&Path> = Vec::new();
        let mut position = |path: &'a Path| {
            let known = specs.iter().position(|known| *known == path);
            known.unwrap_or_else(|| {
                specs.push(path);
                specs.len() - 1
            })
        };
        let given: Vec<_> = given.into_iter().map(|path| position(path)).collect();
        let maps: Vec<_> = maps.iter().map(|map| (map, position(&map.spec))).collect();
        let is_mapped = |at: &usize| maps.iter().any(|(_, mapped)| mapped == at);
        let mut others = given.into_iter().filter(|at| !is_mapped(at));
        let default = others.next();
        if others.any(|at| Some(at) != default) {
            return Err(messages::several_specs());
        }
        if specs.is_empty() {
            return Err(messages::no_spec());
        }
        files::check_stdin_once(recordings.iter().copied())?;
        let mut recordings: Vec<_> = recordings.into_iter().map(PathBuf::as_path).collect();
        if recordings.is_empty() {
            recordings.push(Path::new(STDIN));
        }
        Ok(InputPaths {
            specs,
            recordings,
            maps,
            default,
        })
    }

    /// Returns the position of the spec for the responses of a host.
    pub(super) fn spec_for(&self, host: Option<&str>) -> Option<usize> {
        let covers = |(map, _): &&(&HostMap, usize)| host.is_some_and(|host| map.covers(host));
        let mapped = self.maps.iter().find(covers).map(|(_, at)| *at);
        mapped.or(self.default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hosts_are_compared_without_case_and_port() {
        let covers = |map: &str, host: &str| {
            let map = HostMap::parse(&format!("{map}=a.yaml")).expect("a map");
            map.covers(host)
        };
        assert!(covers("API.example.com", "api.example.com"));
        assert!(covers("api.example.com", "api.example.com:8443"));
        assert!(covers("localhost:1", "localhost:1") && !covers("localhost:1", "localhost:2"));
        assert!(covers("*.example.com", "a.b.example.com:1"));
        assert!(
            !covers("*.example.com", "example.com") && !covers("*.example.com", "bexample.com")
        );
        for text in ["a", "=a.yaml", " =a", "a="] {
            assert!(HostMap::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn one_spec_is_for_all_hosts_that_are_not_mapped() {
        let paths = |paths: &[&str]| paths.iter().map(PathBuf::from).collect::<Vec<_>>();
        let map = |text: &str| HostMap::parse(text).expect("a map");
        let given = paths(&["a.yaml", "b.yml", "x.har", "a.yaml"]);
        assert!(InputPaths::new(&given, &[]).is_err());
        let maps = [map("h=b.yml"), map("i=c.yaml")];
        let arguments = InputPaths::new(&given, &maps).expect("arguments");
        assert_eq!(
            arguments.specs,
            ["a.yaml", "b.yml", "c.yaml"].map(Path::new)
        );
        assert_eq!(arguments.recordings, [Path::new("x.har")]);
        let found = [None, Some("h"), Some("i"), Some("j")].map(|host| arguments.spec_for(host));
        assert_eq!(found, [Some(0), Some(1), Some(2), Some(0)]);
        assert!(InputPaths::new(&paths(&["x.har"]), &[]).is_err());
        let only_maps = paths(&["x.har"]);
        let arguments = InputPaths::new(&only_maps, &maps).expect("arguments");
        assert_eq!(arguments.spec_for(Some("j")), None);
        assert_eq!(
            InputPaths::new(&paths(&["a.yaml"]), &[])
                .expect("one")
                .recordings,
            [Path::new("-")]
        );
    }
}
