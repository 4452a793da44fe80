using MediatR;
using RemoteSupport.Platform.Mediation;

namespace RemoteSupport.Features.MediaLibrary;

/// <summary>Puts the files of a form into the library, one after the other; what was good before the first flaw stays.</summary>
public sealed class MediaUploads(IMediator mediator, MediaIntake intake)
{
    /// <summary>How many are there now, and what is wrong with the first that is not.</summary>
    public async Task<(int Added, Refusal? Flaw)> AddAsync(IReadOnlyList<IFormFile> files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(files);
        if (files.Count == 0) return (0, new NoFile());
        var added = 0;
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            if ((await AddAsync(file.FileName, content, file.Length, ct)).Refusal is { } flaw) return (added, flaw);
            added++;
        }

        return (added, null);
    }

    /// <summary>One that comes as it is.</summary>
    public async Task<Outcome<MediaItem>> AddAsync(string? name, Stream content, long? length, CancellationToken ct)
    {
        return (await intake.TakeInAsync(name, content, length, ct)).Succeeded(out var taken, out var refusal) ? await mediator.Send(new AddMedia(taken.FileId, taken.ThumbnailId), ct) : refusal;
    }
}

/// <summary>The form came without a file.</summary>
public sealed record NoFile() : Refusal("validation_failed", 422, "Please choose a file.")
{
    /// <inheritdoc />
    public override string? Field => "file";
}
