using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>The tenant keeps as much as it may.</summary>
public sealed record QuotaExceeded() : Refusal("quota_exceeded", 422, "The Media Library is full. Delete what is no longer needed, or ask your administrator for more room.")
{
    /// <inheritdoc />
    public override string? Field => "file";
}

/// <summary>An upload that was swept meanwhile, or is somebody else's.</summary>
public sealed record UploadMissing() : Refusal("validation_failed", 422, "This file is no longer there. Please choose it again.")
{
    /// <inheritdoc />
    public override string? Field => "file";
}
