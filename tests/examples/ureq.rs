//! Checks the responses of a blocking client, ureq, without the features `http` and `json`.
//!
//! ```sh
//! cargo run --example ureq
//!
//! # in a package of your own
//! cargo add codes-runtime --path ../codes/codes-runtime
//! cargo add ureq@3.1 --no-default-features
//! ```

use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;

use codes_runtime::{CodeTable, Reply, codes};

codes! {
    enum PaymentsCode = "specs/payments.yaml";
}

fn get(agent: &ureq::Agent, url: &str) -> Result<String, Box<dyn std::error::Error>> {
    let mut response = agent.get(url).call()?;
    let text = response.body_mut().read_to_string()?;
    // a reply is built from numbers and strings, so this works with the types of any client
    let reply = Reply::new().status(response.status().as_u16());
    let reply = reply.message(&text);
    let delay = response.headers().get("retry-after");
    let delay = delay.and_then(|delay| delay.to_str().ok()).unwrap_or("");
    PaymentsCode::check_reply(&reply).map_err(|error| error.with_retry_after_header(delay))?;
    Ok(text)
}

/// Answers a request with each of the responses.
fn serve(listener: &TcpListener, responses: [&str; 3]) -> std::io::Result<()> {
    for response in responses {
        let (mut stream, _) = listener.accept()?;
        let mut lines = BufReader::new(&stream).lines();
        while lines
            .next()
            .transpose()?
            .is_some_and(|line| !line.is_empty())
        {}
        write!(stream, "HTTP/1.1 {response}")?;
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("http://{}/", listener.local_addr()?);
    let fine = "200 OK\r\nConnection: close\r\nContent-Length: 4\r\n\r\npaid";
    let busy = "429 \r\nConnection: close\r\nRetry-After: 1.5\r\nContent-Length: 4\r\n\r\nslow";
    let down = "503 \r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    std::thread::spawn(move || serve(&listener, [fine, busy, down]));
    // the table decides which statuses are errors
    let config = ureq::Agent::config_builder().http_status_as_error(false);
    let agent = config.proxy(None).build().new_agent();
    for _ in 0..3 {
        let got = get(&agent, &url);
        println!("{}", got.unwrap_or_else(|error| error.to_string()));
    }
    Ok(())
}
