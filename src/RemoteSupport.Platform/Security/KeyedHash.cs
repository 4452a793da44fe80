using System.Text;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// Stands for an address (and a device) whose tries are counted, so that neither is stored (AC-3):
/// without the key nobody can find out which addresses were tried.
/// </summary>
public sealed class KeyedHash(MasterKey master)
{
    /// <summary>32 bytes; every spelling of one address gives the same. With a device, they stand for the two together.</summary>
    public byte[] Of(Guid tenantId, string address, string? device = null) => Mac.Of(
        master.DeriveKey("unknown-addresses"),
        tenantId.ToByteArray(bigEndian: true),
        Encoding.UTF8.GetBytes(EmailAddress.KeyOf(address)),
        device is null ? null : Encoding.UTF8.GetBytes(device));
}
