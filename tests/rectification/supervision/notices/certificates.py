"""Certificates made on the spot, for receivers that speak TLS."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

Key = ec.EllipticCurvePrivateKey
A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Authority:
    """Somebody who signs certificates; `path` is the file that others are told to trust."""

    key: Key
    cert: x509.Certificate
    path: Path


def authority(folder: Path) -> Authority:
    """An authority of its own."""
    key = ec.generate_private_key(ec.SECP256R1())
    limits = x509.BasicConstraints(ca=True, path_length=0)
    cert = _builder("测试机构", key, "测试机构").add_extension(limits, critical=True)
    signed = _with_keys(cert, key, key).sign(key, hashes.SHA256())
    path = folder / "ca.pem"
    path.write_bytes(signed.public_bytes(serialization.Encoding.PEM))
    return Authority(key, signed, path)


def server_side(folder: Path, *, by: Authority | None = None, name: str = "127.0.0.1",
                days: int = 1) -> ssl.SSLContext:  # fmt: skip
    """The receiver's side, with a certificate for an address by an authority, else by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    issuer = "测试机构" if by else "接收系统"
    built = _builder("接收系统", key, issuer, until=datetime.now(UTC) + days * A_DAY)
    names = x509.SubjectAlternativeName([x509.IPAddress(ip_address(name))])
    signer = by.key if by else key
    cert = _with_keys(built.add_extension(names, critical=False), key, signer)
    signed = cert.sign(signer, hashes.SHA256())
    path = folder / "receiver.pem"
    plain = serialization.NoEncryption()
    pem, shape = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path.write_bytes(key.private_bytes(pem, shape, plain) + signed.public_bytes(pem))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def _builder(
    subject: str, key: Key, issuer: str, *, until: datetime | None = None
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - 3 * A_DAY)
        .not_valid_after(until or now + A_DAY)
    )


def _with_keys(built: x509.CertificateBuilder, own: Key, signer: Key) -> x509.CertificateBuilder:
    theirs = x509.AuthorityKeyIdentifier.from_issuer_public_key(signer.public_key())
    ours = x509.SubjectKeyIdentifier.from_public_key(own.public_key())
    return built.add_extension(theirs, critical=False).add_extension(ours, critical=False)


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text)])
