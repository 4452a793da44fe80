using MediatR;
using RemoteSupport.Platform.Storage;

namespace RemoteSupport.Features.ProblemReports;

/// <summary>What the two forms of a report have in common: for those who are signed in, and for those who cannot.</summary>
public sealed class ReportDesk(IMediator mediator, Uploads uploads, Diagnosis diagnosis, TimeProvider clock)
{
    /// <summary>A fresh form's number: it becomes the report's, however often the form is sent.</summary>
    public Guid NewId() => Guid.CreateVersion7(clock.GetUtcNow());

    /// <summary>Takes in what the form brings.</summary>
    public Task<TakenIn> TakeAsync(FormFiles files, CancellationToken ct) => uploads.TakeAsync(files.Kept, files.Added, ct);

    /// <summary>The form as it is shown first.</summary>
    public async Task<ReportForm> OpenAsync(string? from) => new(await ListAsync(), [], diagnosis.Of(from));

    /// <summary>The form with what was typed, chosen and taken out.</summary>
    public async Task<ReportForm> ShowAsync(string? from, ReportFields fields, IReadOnlyList<StoredFile> files)
    {
        ArgumentNullException.ThrowIfNull(fields);
        return new ReportForm(await ListAsync(), files, diagnosis.Of(from, fields.Diagnostics));
    }

    private async Task<IReadOnlyList<SupportedApplication>> ListAsync() => (await mediator.Send(new ListApplications())).Value ?? [];
}

/// <summary>The files of a form: those it brings, and those it brought before.</summary>
public sealed record FormFiles(IReadOnlyList<IFormFile>? Added, IReadOnlyList<Guid>? Kept);
