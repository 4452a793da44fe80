using RemoteSupport.Platform.Localization;

namespace RemoteSupport.Platform.Security;

/// <summary>
/// The gate refused a host. It names no address: whoever configures a host must not learn what a private name server knows.
/// </summary>
public sealed class OutgoingRefusedException() : Exception(Reason)
{
    /// <summary>The sentence that a person may be shown: a key of the catalogues.</summary>
    public static string Reason => Sentence.Of("This host is not a public one. The operator can allow it.");
}
