using RemoteSupport.Platform.Security;

namespace RemoteSupport.Platform.Storage;

/// <summary>What files somebody may upload somewhere.</summary>
/// <param name="MediaTypes">By content, as <see cref="FileContent"/> and <see cref="OfficeContent"/> know them.</param>
/// <param name="Largest">Bytes.</param>
/// <param name="Field">The operation's field that refusals name.</param>
public sealed record FileRules(IReadOnlySet<string> MediaTypes, long Largest, string Field)
{
    /// <summary>Whether the first bytes speak for it: an archive might be a document.</summary>
    internal bool MayBe(string mediaType) => MediaTypes.Contains(mediaType) || (mediaType == FileContent.Zip && MediaTypes.Overlaps(OfficeContent.MediaTypes));
}
