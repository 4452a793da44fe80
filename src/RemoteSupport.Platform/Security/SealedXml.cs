using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace RemoteSupport.Platform.Security;

/// <summary>Seals the data protection keys with the master key: a copy of the database alone opens no cookie.</summary>
internal sealed class SealedXml(SecretSealer sealer) : IXmlEncryptor
{
    internal const string Purpose = "data-protection-key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement) => new(
        new XElement("sealed", Convert.ToBase64String(sealer.SealText(Purpose, Guid.Empty, plaintextElement.ToString(SaveOptions.DisableFormatting)))),
        typeof(Opener));

    /// <summary>Made by the framework, from the type's name in the stored key.</summary>
    internal sealed class Opener(IServiceProvider services) : IXmlDecryptor
    {
        public XElement Decrypt(XElement encryptedElement) =>
            XElement.Parse(services.GetRequiredService<SecretSealer>().OpenText(Purpose, Guid.Empty, Convert.FromBase64String(encryptedElement.Value)));
    }
}
